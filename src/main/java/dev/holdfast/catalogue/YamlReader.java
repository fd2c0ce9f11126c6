package dev.holdfast.catalogue;

import dev.holdfast.http.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/**
 * YAML of strangers made into JSON: no tags, no key twice, no deep nests, and aliases only as far as what they stand
 * for stays small. It is read event by event, so that nothing is built that is not allowed.
 */
final class YamlReader {

    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final int MOST_VALUES = 1_000_000;

    private final List<JsonNode> documents = new ArrayList<>();
    private final Map<Anchor, JsonNode> anchors = new HashMap<>();
    private YamlTree tree = new YamlTree(0);
    private int number;
    private int values;

    private YamlReader() {}

    /** The documents that are not empty, each with its number from 1: nothing stands for an empty one. */
    static List<Numbered> read(byte[] file) {
        var reader = new YamlReader();
        reader.readAll(text(file));
        var numbered = new ArrayList<Numbered>();
        for (var index = 0; index < reader.documents.size(); index++) {
            if (!reader.documents.get(index).isNull()) {
                numbered.add(new Numbered(index + 1, reader.documents.get(index)));
            }
        }
        return numbered;
    }

    private void readAll(String text) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(MOST_CHARACTERS)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            for (var event : new Parse(settings).parseString(text)) {
                take(event);
            }
        } catch (MarkedYamlEngineException unreadable) {
            throw refused(said(unreadable));
        } catch (YamlEngineException unreadable) {
            throw refused(String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("unreadable"));
        }
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> start((DocumentStartEvent) event);
            case DocumentEnd -> end((DocumentEndEvent) event);
            case Alias -> alias((AliasEvent) event);
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> tree.open(event, anchors);
            case SequenceEnd, MappingEnd -> tree.close();
            case Comment, StreamStart, StreamEnd -> {}
        }
    }

    private void start(DocumentStartEvent event) {
        if (!event.getTags().isEmpty()) {
            throw refused("tags are not taken here");
        }
        number++;
        tree = new YamlTree(number);
        anchors.clear();
    }

    private void end(DocumentEndEvent event) {
        documents.add(tree.root());
    }

    private void scalar(ScalarEvent event) {
        count(1);
        var value = YamlScalars.value(number, event);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
        tree.add(value);
    }

    private void alias(AliasEvent event) {
        var meant = Optional.ofNullable(anchors.get(event.getAlias()))
                .orElseThrow(() -> refused("the alias *" + event.getAlias().getValue() + " stands for nothing before it"));
        if (tree.isOpen(meant)) {
            throw refused("the alias *" + event.getAlias().getValue() + " stands for what it stands in");
        }
        count(size(meant));
        tree.add(meant.deepCopy());
    }

    private void count(int more) {
        values += more;
        if (values > MOST_VALUES) {
            throw refused("more than " + MOST_VALUES + " values");
        }
    }

    private static int size(JsonNode node) {
        var size = 1;
        for (var child : node.values()) {
            size += size(child);
        }
        return size;
    }

    private Malformed refused(String why) {
        return Unreadable.file(Math.max(1, number), why);
    }

    private static String said(MarkedYamlEngineException unreadable) {
        var where = unreadable
                .getProblemMark()
                .map(mark -> " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")")
                .orElse("");
        return unreadable.getProblem() + where;
    }

    private static String text(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var text = decoder.decode(bytes).toString();
            var nul = text.indexOf('\0');
            if (nul < 0) return text;
            throw Unreadable.file(documentAt(text.substring(0, nul)), "a NUL character");
        } catch (CharacterCodingException bad) {
            var before = new String(file, 0, bytes.position(), StandardCharsets.UTF_8);
            throw Unreadable.file(documentAt(before), "the byte at " + bytes.position() + " is not UTF-8");
        }
    }

    /** In which document a text that breaks off there ends. */
    private static int documentAt(String before) {
        var begun = before.strip().startsWith("---") ? 0 : 1;
        return Math.max(1, begun + (int) before.lines().filter(line -> line.startsWith("---")).count());
    }
}
