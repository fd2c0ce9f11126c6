package dev.holdfast.portal.web.service;

import java.util.List;

/**
 * How pipelines of one service ask the gate.
 *
 * @param mode what the gate does with who is refused, in words
 */
public record GatePage(String service, String title, String mode, List<Snippet> snippets, String token) {}
