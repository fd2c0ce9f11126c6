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
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Answers a view's name with its compiled template: {@code portal/incident} is {@code src/main/jte/portal/incident.jte}. */
@Component
class Templates implements ViewResolver, Ordered {

    private final TemplateEngine engine = compiled();

    static TemplateEngine compiled() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "holdfast.templates");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template) ? new Page(engine, template) : null;
    }

    /** Before the default resolver, which would forward to an address of that name. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private record Page(TemplateEngine engine, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var page = new Utf8ByteOutput();
            engine.render(template, model == null ? Map.of() : new HashMap<>(model), page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
