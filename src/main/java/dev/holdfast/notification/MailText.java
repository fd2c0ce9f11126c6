package dev.holdfast.notification;

import java.net.URI;

/** A briefing as a mail: the same words in plain text and in HTML. */
final class MailText {

    private MailText() {}

    static String plain(Briefing briefing) {
        var text = new StringBuilder(briefing.text()).append("\n\n");
        if (briefing.acknowledgeUrl() != null) {
            text.append("Acknowledge: ").append(briefing.acknowledgeUrl()).append('\n');
        }
        return text.append("Open: ").append(briefing.url()).append('\n').toString();
    }

    static String html(Briefing briefing) {
        var html = new StringBuilder("<!doctype html><html><body>");
        for (var paragraph : briefing.text().split("\\R")) {
            html.append("<p>").append(Texts.html(paragraph)).append("</p>");
        }
        if (briefing.acknowledgeUrl() != null) html.append(link(briefing.acknowledgeUrl(), "Acknowledge"));
        return html.append(link(briefing.url(), "Open")).append("</body></html>").toString();
    }

    private static String link(URI address, String text) {
        return "<p><a href=\"" + Texts.html(address.toASCIIString()) + "\">" + text + "</a></p>";
    }
}
