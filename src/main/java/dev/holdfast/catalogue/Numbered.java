package dev.holdfast.catalogue;

import tools.jackson.databind.JsonNode;

/** A document and its place in the file, from 1. */
public record Numbered(int number, JsonNode node) {}
