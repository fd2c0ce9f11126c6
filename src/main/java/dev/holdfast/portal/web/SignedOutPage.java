package dev.holdfast.portal.web;

/** After signing out of Holdfast: where to sign out of the provider too. */
public record SignedOutPage(String provider, String address) {}
