package dev.holdfast.portal.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Answers a view's name with its compiled template: {@code portal/incident} is {@code src/main/jte/portal/incident.jte}. */
@Component
class Templates implements ViewResolver, Ordered {

    private final TemplateEngine engine = compiled();
    private final ResourceUrlProvider assets;

    Templates(ResourceUrlProvider assets) {
        this.assets = assets;
    }

    static TemplateEngine compiled() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "holdfast.templates");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template) ? new Page(engine, template, this::asset) : null;
    }

    /** Before the default resolver, which would forward to an address of that name. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** For pages without a frame: the address of an asset, with the hash of its content in it. */
    private String asset(String path) {
        var address = assets.getForLookupPath(path);
        return address == null ? path : address;
    }

    private record Page(TemplateEngine engine, String template, UnaryOperator<String> asset) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var page = new Utf8ByteOutput();
            var shown = model == null ? new HashMap<String, Object>() : new HashMap<String, Object>(model);
            shown.put("asset", asset);
            engine.render(template, shown, page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
