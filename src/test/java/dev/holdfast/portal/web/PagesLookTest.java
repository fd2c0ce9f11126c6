package dev.holdfast.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page with examples on it, in a real browser: both themes, from a small phone to a wall. */
class PagesLookTest {

    private static final Map<String, Map<String, Object>> PAGES = SomePages.all();
    private static final Map<String, String> TYPES = Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "woff2", "font/woff2");
    private static final String DARK_GROUNDS = """
            [...document.querySelectorAll('html, body, body *')].filter(it => {
              const ground = getComputedStyle(it).backgroundColor.match(/[\\d.]+/g).map(Number);
              return it.checkVisibility() && !(ground[3] === 0) && ground[0] + ground[1] + ground[2] < 480;
            }).map(it => it.outerHTML.slice(0, 120))""";
    private static final int[] WIDTHS = {360, 390, 768, 1100, 1440, 2560};
    private static Browser browser;
    private static Page page;
    private static HttpServer server;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        page = browser.context(ColorScheme.LIGHT, 1440, 1000).newPage();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", PagesLookTest::answer);
        server.start();
    }

    @AfterAll
    static void close() {
        if (server != null) server.stop(0);
        if (browser != null) browser.close();
    }

    static Stream<String> pages() {
        return PAGES.keySet().stream();
    }

    /** Opened once, since neither scripts nor styles remember the window or the theme in which a page was opened. */
    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsHardToReachOrReadInEitherThemeAtAnyWidthOrOnPaper(String name) {
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/" + name);
        assertSoftly(softly -> {
            light(name, softly);
            dark(name, softly);
            paper(name, softly);
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesCarryNothingInline(String name) {
        assertThat(rendered(name)).doesNotContain(" style=").doesNotContain("<style").doesNotContain(" onclick=").doesNotContain("javascript:");
    }

    private static void light(String name, SoftAssertions softly) {
        for (var width : WIDTHS) {
            look(ColorScheme.LIGHT, Media.SCREEN, width);
            softly.assertThat(Browser.overflow(page)).as("%s at %d px reaches beyond the window", name, width).isZero();
            if (width == 1440) softly.assertThat(Browser.findings(page)).as("%s, light", name).isEmpty();
            if (width == 390 || width == 1440 || width == 2560) picture(name + "-" + width + "-light");
        }
    }

    private static void dark(String name, SoftAssertions softly) {
        for (var width : new int[] {390, 1440}) {
            look(ColorScheme.DARK, Media.SCREEN, width);
            softly.assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .as("%s, dark at %d px", name, width).isIn("rgb(15, 17, 19)", "rgb(22, 25, 27)");
            picture(name + "-" + width + "-dark");
        }
        softly.assertThat(Browser.findings(page)).as("%s, dark", name).isEmpty();
    }

    /** From a screen in the dark theme too: white, as wide as a sheet of A4 between its margins, and nothing that is to be pressed. */
    private static void paper(String name, SoftAssertions softly) {
        look(ColorScheme.DARK, Media.PRINT, 703);
        picture(name + "-print");
        softly.assertThat(Browser.overflow(page)).as("%s on paper, but for the width of a stroke", name).isLessThanOrEqualTo(1);
        softly.assertThat(page.locator(".side:visible, .tabs:visible, .btn:visible, .seg:visible, .foot:visible").count())
                .as("%s: what is to be pressed", name).isZero();
        softly.assertThat((List<?>) page.evaluate(DARK_GROUNDS)).as("%s: dark grounds", name).isEmpty();
    }

    /** As it comes to rest: nothing fades or moves while it is looked at. */
    private static void look(ColorScheme theme, Media media, int width) {
        page.setViewportSize(width, width == 1440 ? 1000 : 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme).setMedia(media).setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate("document.fonts.ready.then(() => true)");
    }

    private static void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var name = path.substring(1);
        try (exchange; var file = PagesLookTest.class.getResourceAsStream("/static" + path)) {
            var known = PAGES.containsKey(name);
            var body = known ? rendered(name).getBytes(UTF_8) : file == null ? new byte[0] : file.readAllBytes();
            var type = known ? "text/html;charset=UTF-8" : TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
            exchange.getResponseHeaders().set("Content-Type", type);
            if (!known) exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'");
            exchange.sendResponseHeaders(known || file != null ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String rendered(String name) {
        var page = new java.util.HashMap<>(PAGES.getOrDefault(name, Map.of()));
        var template = String.valueOf(page.remove("template"));
        var output = new StringOutput();
        Templates.compiled().render(template + ".jte", page, output);
        return output.toString();
    }
}
