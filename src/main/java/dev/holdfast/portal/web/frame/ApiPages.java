package dev.holdfast.portal.web.frame;

import dev.holdfast.portal.web.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as a page, made once of what {@code /openapi.json} says. */
@Controller
class ApiPages {

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;
    private volatile @Nullable ApiPage page;

    ApiPages(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/api")
    String api(@ModelAttribute("frame") Frame frame, HttpServletRequest request, Model model) throws IOException {
        var known = page;
        if (known == null) {
            known = ApiSheet.of(json.readTree(description.openapiJson(request, "/openapi.json", Locale.UK)));
            page = known;
        }
        model.addAttribute("page", known);
        return "portal/api";
    }
}
