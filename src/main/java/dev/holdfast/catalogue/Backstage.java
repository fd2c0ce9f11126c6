package dev.holdfast.catalogue;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Documents with Backstage's envelope: read as far as they say something, never refused for what they do not say. */
@Component
@Order(0)
class Backstage implements ForeignDocuments {

    @Override
    public String name() {
        return "Backstage";
    }

    @Override
    public boolean isOne(JsonNode document) {
        return document.path("apiVersion").asString("").startsWith("backstage.io/");
    }

    @Override
    public void translate(List<Numbered> documents, Translation into) {
        BackstageReading.read(documents, into);
    }
}
