package dev.holdfast.portal.web.care;

/** Somebody who is to rest before they work again, and who could cover. */
public record RestRow(String name, String address, String until, String words) {}
