package dev.holdfast.catalogue;

/** A file as it was sent; its name is for people, and says nothing about what it is. */
public record ImportFile(String name, byte[] content) {}
