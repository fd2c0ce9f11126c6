package dev.holdfast.portal.web;

/** A status as it is shown: word, shape and tone; any one taken away, it still reads. */
public record Status(String word, Shape shape, Tone tone) {}
