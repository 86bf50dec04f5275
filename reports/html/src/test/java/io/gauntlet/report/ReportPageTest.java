package io.gauntlet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPageTest {

    @TempDir
    Path folder;

    @Test
    void page_hasItsPartsInOrder() {
        assertThat(render(SampleEvidence.complete(folder))
                        .select("main > section")
                        .eachAttr("id"))
                .containsExactly(
                        "answer", "throughput", "checks", "tools", "known-bad", "witnesses", "origin", "caveats");
    }

    @Test
    void page_needsNothingElse() {
        String html = SamplePages.page(SampleEvidence.complete(folder)).html();
        Document page = Jsoup.parse(html);

        assertThat(page.select("script, link, img, iframe, object, embed, base, form"))
                .isEmpty();
        assertThat(page.select("[src], [onclick], [onload], [style]")).isEmpty();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("url(");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void links_allLeadSomewhereAndIdsAreUnique() {
        Document page = render(SamplePages.spoiled(folder));
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(ids);
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> known.contains(href.substring(1)));
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).allMatch(known::contains);
    }

    @Test
    void tables_haveCaptionsAndScopes() {
        Document page = render(SamplePages.spoiled(folder));

        assertThat(page.select("table")).hasSize(5).allMatch(table -> table.selectFirst("caption") != null);
        assertThat(page.select("th")).isNotEmpty().allMatch(header -> header.hasAttr("scope"));
    }

    @Test
    void evidence_flawless_readsProvenAndRanked() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.title()).isEqualTo("Gauntlet: All 7 strategies are proven.");
        assertThat(page.select("#answer tbody .state").eachText()).hasSize(7).containsOnly("proven");
        assertThat(page.select("#checks tbody .state").eachText()).hasSize(49).containsOnly("passed");
        assertThat(page.select("#answer .plain li").eachText()).hasSize(4);
        assertThat(page.select("#answer thead th").eachText()).contains("Place at 99 % reads");
        assertThat(page.select("#throughput .warning")).isEmpty();
    }

    @Test
    void evidence_missing_readsNotRunAndNeverGreen() {
        Document page = render(SampleEvidence.empty(folder));

        assertThat(page.select("#answer tbody .state").eachText()).hasSize(7).containsOnly("NOT PROVEN");
        assertThat(page.select("#checks tbody .state").eachText()).hasSize(49).containsOnly("NOT RUN");
        assertThat(page.select("#throughput .state").text()).isEqualTo("NOT MEASURED");
        assertThat(page.select(".good")).isEmpty();
        assertThat(page.select("#checks td, #known-bad td")).allMatch(Element::hasText);
        assertThat(page.select("#checks .reasons").text()).contains("does not exist");
    }

    @ParameterizedTest
    @EnumSource(Checker.class)
    void check_damaged_readsNotRunAndLinksToFileAndReason(Checker checker) {
        SampleEvidence sample = SampleEvidence.complete(folder);
        Path file = sample.damage(checker, "MUTEX", "{\"schema\": \"gauntlet/check/1\", \"chec");

        Document page = render(sample);

        Element cell = cell(page, "#checks", "MUTEX", checker);
        assertThat(cell.text()).isEqualTo("NOT RUN");
        Element reason = page.select(cell.select("a").attr("href")).first();
        assertThat(reason).isNotNull();
        assertThat(reason.text())
                .contains(file.toString())
                .contains("is not whole JSON")
                .contains("MUTEX: " + checker.title());
    }

    @Test
    void virtualThreads_onJdk17_readNotRunHereAndAreNeitherGreenNorRed() {
        SampleEvidence sample = SampleEvidence.complete(folder)
                .onJdk("17.0.15 (x)")
                .notRun(Checker.SOAK_VIRTUAL, "MUTEX", "virtual threads need JDK 21");

        Document page = render(sample);

        Element state = cell(page, "#checks", "MUTEX", Checker.SOAK_VIRTUAL).selectFirst(".state");
        assertThat(state).isNotNull();
        assertThat(state.text()).isEqualTo("not run here");
        assertThat(state.classNames()).contains("mute").doesNotContain("good", "bad");
        assertThat(page.select("#checks .reasons").text()).contains("virtual threads need JDK 21");
        assertThat(page.select("#answer tr:has(code:containsOwn(MUTEX)) td").eachText())
                .contains("6 of 7 passed, 1 cannot run on this JDK");
    }

    @Test
    void strategy_notProven_hasNoDotButAReason() {
        SampleEvidence sample = SampleEvidence.complete(folder).fail(Checker.CONTRACT, "LOCK_FREE", "wrong", "");

        Document page = render(sample);

        assertThat(page.select("[data-strategy=LOCK_FREE]")).hasSize(4).allSatisfy(lane -> {
            assertThat(lane.select("circle")).isEmpty();
            assertThat(lane.text()).contains("not proven: 1 failed");
        });
        assertThat(page.select("[data-strategy=STAMPED_LOCK] circle")).hasSize(4);
        assertThat(page.select("#throughput h3 + ul").text()).isEqualTo("LOCK_FREE: not proven: 1 failed");
        assertThat(page.select("#throughput td.absent").eachText()).hasSize(4).containsOnly("not proven: 1 failed");
    }

    @Test
    void chart_marksTiesTheBaselineAndTheCeiling() {
        Document page = render(SampleEvidence.complete(folder));
        Element fifty = page.select("figure").last();

        assertThat(fifty).isNotNull();
        assertThat(page.select("figcaption").eachText())
                .containsExactly("100 % reads", "99 % reads", "90 % reads", "50 % reads");
        assertThat(fifty.select("[data-strategy]").eachAttr("data-strategy"))
                .containsExactly(java.util.Arrays.stream(CoordinatorStrategy.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(fifty.select("[data-strategy=SYNCHRONIZED] .lane-label").text())
                .startsWith("tie, 1.01 ×");
        assertThat(fifty.select("[data-strategy=MUTEX] .lane-label").text()).isEqualTo("baseline");
        assertThat(fifty.select("[data-strategy=FAIR_MUTEX] .lane-label").text())
                .startsWith("0.33 × [");
        assertThat(fifty.select("text").eachText()).contains("ceiling", "MUTEX");
    }

    @Test
    void smokeBudget_isNoMeasurementAndRanksNothing() {
        Document page = render(SampleEvidence.complete(folder).measure("smoke", true));

        assertThat(page.select("#throughput .warning").text()).startsWith("Not a measurement");
        assertThat(page.select("#answer").text()).contains("Nothing is ranked").doesNotContain("Place at");
    }

    @Test
    void knownBad_asExpectedOrNot_isToldInWords() {
        SampleEvidence sample =
                SampleEvidence.complete(folder).knownBad(Checker.SMOKE, "BrokenLockPerField", Verdict.FAILED);

        Document page = render(sample);

        assertThat(cell(page, "#known-bad", "BrokenLockPerField", Checker.SMOKE).text())
                .isEqualTo("CAUGHT, unexpectedly must not be noticed");
        assertThat(cell(page, "#known-bad", "BrokenLockOrder", Checker.SOAK_PLATFORM)
                        .text())
                .isEqualTo("caught must be caught");
        assertThat(cell(page, "#known-bad", "BrokenLockOrder", Checker.CONTRACT).text())
                .isEqualTo("not run");
    }

    @Test
    void script_inEveryText_isTextOnThePage() {
        String script = SampleEvidence.SCRIPT;
        String breakout = "\"'></pre></svg></title></style><img src=x onerror=alert(1)><!-- " + script;
        SampleEvidence sample = SampleEvidence.complete(folder)
                .fail(Checker.CONTRACT, "MUTEX", script + breakout, script + breakout)
                .notRun(Checker.SMOKE, "MUTEX", script + breakout)
                .knownBad(Checker.SMOKE, script, Verdict.FAILED)
                .pass(Checker.SMOKE, script + "2")
                .onJdk("21 " + breakout)
                .pass(Checker.DIFFERENTIAL, "MUTEX")
                .measure(script, true);

        Document page = render(sample);

        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("#witnesses pre").text()).contains(script);
        assertThat(page.select("#witnesses summary").text()).contains(script);
        assertThat(page.select("#witnesses pre").eachAttr("aria-label")).anyMatch(label -> label.contains(script));
        assertThat(page.select("#checks .reasons").text()).contains(script + breakout);
        assertThat(page.select("#known-bad code").eachText()).contains(script);
        assertThat(page.select("#origin").text()).contains(breakout);
        assertThat(page.select("#throughput").text()).contains("budget “" + script + "”");
        assertThat(page.select("#caveats").text()).contains(script + "2");
    }

    @Test
    void witness_veryLong_isCutAndSaysSo() {
        SampleEvidence sample =
                SampleEvidence.complete(folder).fail(Checker.CONTRACT, "MUTEX", "wrong", "w".repeat(50_000));

        Element witness = render(sample).select("#witnesses details").first();

        assertThat(witness).isNotNull();
        assertThat(witness.select("pre").text()).hasSize(20_000);
        assertThat(witness.select(".note").text()).contains("of 50\u202f000").contains("check.CONTRACT.MUTEX.json");
    }

    private static Element cell(Document page, String section, String subject, Checker checker) {
        Element row = page.select(section + " tbody tr").stream()
                .filter(candidate -> candidate.select("th code").text().equals(subject))
                .findFirst()
                .orElseThrow();
        return row.select("td").get(checker.ordinal());
    }

    private static Document render(SampleEvidence sample) {
        return Jsoup.parse(SamplePages.page(sample).html());
    }
}
