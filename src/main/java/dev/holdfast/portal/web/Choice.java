package dev.holdfast.portal.web;

/** One of several things to choose from: in a select, or as a link whose state is in the address. */
public record Choice(String value, String words, boolean chosen) {}
