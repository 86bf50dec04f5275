package io.gauntlet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.gauntlet.evidence.Checker;
import io.gauntlet.report.page.ReportPage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page in a real browser. Needs Node.js and Chromium on the machine: where one is missing the tests are skipped and
 * say so.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private static final double BOUND_MILLIS = 60_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> OFFLINE = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @TempDir
    static Path folder;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void openBrowser() {
        Optional<Path> node = onPath("node");
        Optional<Path> chromium = Stream.of(
                        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
        require(node, "no node on the PATH; install Node.js");
        require(chromium, "no chromium or google-chrome on the PATH; install one");
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setArgs(OFFLINE)
                        .setTimeout(BOUND_MILLIS));
    }

    @AfterAll
    void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("spoiled", 360, ColorScheme.DARK),
                Arguments.of("spoiled", 1400, ColorScheme.LIGHT),
                Arguments.of("complete", 360, ColorScheme.DARK),
                Arguments.of("complete", 1400, ColorScheme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("views")
    void page_atAnyWidthAndScheme_isQuietAndNotTooWide(String name, int width, ColorScheme scheme) throws IOException {
        List<String> noise = new ArrayList<>();
        try (BrowserContext context = context(width, scheme)) {
            Page page = open(context, write(name), noise);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + "-" + scheme + ".png"))
                    .setFullPage(true));

            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of the page")
                    .isEqualTo(width);
            unfold(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width, unfolded")
                    .isEqualTo(width);
        }
        assertThat(noise).as("requests, console messages and dialogs").isEmpty();
    }

    static Stream<Arguments> viewsForEveryContrast() {
        return Stream.of(
                Arguments.of("spoiled", 360, ColorScheme.DARK), Arguments.of("complete", 1400, ColorScheme.LIGHT));
    }

    /** Unfolded where everything is that can go wrong: a look at each contrast of thousands of numbers more takes long. */
    @ParameterizedTest
    @MethodSource("viewsForEveryContrast")
    void page_inEitherScheme_isAccessible(String name, int width, ColorScheme scheme) throws IOException {
        try (BrowserContext context = context(width, scheme)) {
            Page page = open(context, write(name), new ArrayList<>());
            if (name.equals("spoiled")) {
                unfold(page);
            }

            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .isEmpty();
        }
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true));
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    @Test
    void script_inEvidence_isTextInTheBrowser() throws IOException {
        List<String> noise = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = open(context, write("spoiled"), noise);

            assertThat(page.locator("script").count()).isZero();
            assertThat(page.locator("#museum").innerText()).contains(SampleEvidence.SCRIPT);
            assertThat(page.locator("#witnesses").innerHTML()).contains("&lt;script&gt;alert(1)");
        }
        assertThat(noise).as("requests, console messages and dialogs").isEmpty();
    }

    @Test
    void page_printed_showsWitnessesAndFitsThePaper() throws IOException {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(794, 1123))) {
            Page page = open(context, write("spoiled"), new ArrayList<>());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(794);
            page.pdf(new Page.PdfOptions()
                    .setPath(SCREENSHOTS.resolve("spoiled.pdf"))
                    .setFormat("A4"));
        }
    }

    private static void require(Optional<Path> program, String otherwise) {
        String message = "SKIPPED: the page was not looked at in a browser: " + otherwise;
        if (program.isEmpty()) {
            System.err.println("WARNING: " + message);
        }
        assumeTrue(program.isPresent(), message);
    }

    private static Page open(BrowserContext context, Path file, List<String> noise) {
        context.setDefaultTimeout(BOUND_MILLIS);
        Page page = context.newPage();
        String address = file.toUri().toString();
        page.onRequest(request -> {
            if (!request.url().equals(address)) {
                noise.add("request: " + request.url());
            }
        });
        page.onConsoleMessage(message -> noise.add("console: " + message.text()));
        page.onPageError(error -> noise.add("error: " + error));
        page.onDialog(dialog -> {
            noise.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(address);
        return page;
    }

    private static Path write(String name) throws IOException {
        Path evidence = Files.createTempDirectory(folder, name);
        ReportPage page = switch (name) {
            case "complete" -> SamplePages.page(SampleEvidence.complete(evidence));
            case "spoiled" ->
                SamplePages.page(SamplePages.spoiled(evidence)
                        .fail(Checker.CONTRACT, "MUTEX", "one long word", "x".repeat(5_000)));
            default -> SamplePages.page(SampleEvidence.empty(evidence));
        };
        return Files.writeString(evidence.resolve("index.html"), page.html());
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(place -> Stream.of(Path.of(place, program), Path.of(place, program + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
