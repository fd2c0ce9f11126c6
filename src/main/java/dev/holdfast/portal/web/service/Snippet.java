package dev.holdfast.portal.web.service;

/** What is written into a pipeline; {@code about} says where it goes and what has to be there. */
public record Snippet(String id, String name, String about, String text) {}
