package dev.holdfast.packs;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** A pack as one HTML page that needs nothing beside itself: escaped by its template, and without a script. */
final class PackPage {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "holdfast.templates");

    static {
        ENGINE.setBinaryStaticContent(true);
    }

    private PackPage() {}

    static byte[] of(PackSheet sheet) {
        var output = new StringOutput();
        ENGINE.render("packs/pack.jte", sheet, output);
        return output.toString().getBytes(UTF_8);
    }
}
