package dev.holdfast.portal.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium, as the system has it. Without one its tests are skipped, and say so. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "Skipped: there is no Chromium at " + CHROMIUM);
        var playwright = Playwright.create();
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    public BrowserContext context(ColorScheme theme, int width, int height) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, height));
    }

    /** A phone on which scripts are switched off. */
    BrowserContext phoneWithoutScripts() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(390, 844));
    }

    /**
     * Somebody's window, who has walked through the page that signs in.
     *
     * @param holdfast the address of the server, without a path
     */
    public BrowserContext signedIn(String holdfast, String account, String password) {
        var context = context(ColorScheme.LIGHT, 1440, 900);
        context.setDefaultTimeout(20_000);
        signIn(context, holdfast, account, password).close();
        return context;
    }

    /** The same in a window that is there already; the page at which they arrived. */
    static Page signIn(BrowserContext context, String holdfast, String account, String password) {
        var page = context.newPage();
        page.navigate(holdfast + "/sign-in");
        page.locator("#account").fill(account);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Signed in already, by the cookies that another context had. */
    public BrowserContext context(ColorScheme theme, int width, int height, String session) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, height)
                .setStorageState(session));
    }

    /** The same, with scripts or without. */
    public BrowserContext context(ColorScheme theme, int width, int height, String session, boolean scripts) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setStorageState(session));
    }

    /** What the checker for accessibility finds on a page without foreign frames, each with the element that it is about. */
    public static List<String> findings(Page page) {
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(violations).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    }

    /** How far a page is wider than its window. */
    public static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
