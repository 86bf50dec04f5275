package io.gauntlet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPageTest {

    private static final int CHECKERS = Checker.values().length;

    @TempDir
    Path folder;

    @Test
    void page_hasItsPartsInOrder() {
        assertThat(render(SampleEvidence.complete(folder))
                        .select("main > section")
                        .eachAttr("id"))
                .containsExactly(
                        "answer",
                        "throughput",
                        "checks",
                        "hazards",
                        "tools",
                        "museum",
                        "witnesses",
                        "origin",
                        "caveats");
    }

    @Test
    void page_needsNothingElse() {
        String html = SamplePages.page(SampleEvidence.complete(folder)).html();
        Document page = Jsoup.parse(html);

        assertThat(page.select("script, link, img, iframe, object, embed, base, form"))
                .isEmpty();
        assertThat(page.select("[src], [onclick], [onload], [style]")).isEmpty();
        assertThat(page.select("a[href]:not([href^=#])"))
                .isNotEmpty()
                .allMatch(link -> link.attr("href").startsWith("https://"))
                .allMatch(link -> link.attr("rel").equals("noopener noreferrer"))
                .allMatch(link -> link.closest("#museum") != null);
        assertThat(html).doesNotContain("http://").doesNotContain("url(");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void links_allLeadSomewhereAndIdsAreUnique() {
        Document page = render(SamplePages.spoiled(folder));
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(ids);
        assertThat(page.select("a[href^=#]").eachAttr("href")).allMatch(href -> known.contains(href.substring(1)));
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).allMatch(known::contains);
    }

    @Test
    void tables_haveCaptionsAndScopes() {
        Document page = render(SamplePages.spoiled(folder));

        assertThat(page.select("table")).hasSize(6 + 18).allMatch(table -> table.selectFirst("caption") != null);
        assertThat(page.select("th")).isNotEmpty().allMatch(header -> header.hasAttr("scope"));
    }

    @Test
    void evidence_flawless_readsProvenAndRanked() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.title()).isEqualTo("Gauntlet: All 7 strategies are proven.");
        assertThat(page.select("#answer tbody .state").eachText()).hasSize(7).containsOnly("proven");
        assertThat(page.select("#checks tbody .state").eachText())
                .hasSize(7 * CHECKERS)
                .containsOnly("passed");
        assertThat(page.select("#answer .plain li").eachText())
                .hasSize(6)
                .startsWith("The tools were tried on 18 bugs of the museum: each was caught by at least one.");
        assertThat(page.select("#answer thead th").eachText()).contains("Place at 99 % reads");
        assertThat(page.select("#throughput .warning")).isEmpty();
    }

    @Test
    void evidence_missing_readsNotRunAndNeverGreen() {
        Document page = render(SampleEvidence.empty(folder));

        assertThat(page.select("#answer tbody .state").eachText()).hasSize(7).containsOnly("NOT PROVEN");
        assertThat(page.select("#checks tbody .state").eachText())
                .hasSize(7 * CHECKERS)
                .containsOnly("NOT RUN");
        assertThat(page.select("#throughput .state").text()).isEqualTo("NOT MEASURED");
        assertThat(page.select(".good")).isEmpty();
        assertThat(page.select("#checks td")).allMatch(Element::hasText);
        assertThat(page.select("#checks .reasons").text()).contains("does not exist");
    }

    @ParameterizedTest
    @EnumSource(Checker.class)
    void check_damaged_readsNotRunAndLinksToFileAndReason(Checker checker) {
        SampleEvidence sample = SampleEvidence.complete(folder);
        Path file = sample.damage(checker, "MUTEX", "{\"schema\": \"gauntlet/check/2\", \"chec");

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
                .contains(CHECKERS - 1 + " of " + CHECKERS + " passed, 1 cannot run on this JDK");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILS    | 5 | 0 | good        | caught 5 of 5 2.10\u202fs, must",
                "FAILS    | 3 | 0 | bad         | ONLY 3 of 5 2.10\u202fs, must Snapshot: the active id \"s-2\" names no open session",
                "FAILS    | 0 | 0 | bad         | NOT NOTICED must",
                "PASSES   | 0 | 0 | mute        | not noticed control",
                "PASSES   | 1 | 0 | bad         | CAUGHT 1 of 5 2.10\u202fs, control Snapshot: the active id \"s-2\" names no open session",
                "MAY_FAIL | 3 | 0 | plain-state | caught 3 of 5 2.10\u202fs, may",
                "MAY_FAIL | 0 | 0 | mute        | not noticed may",
                "MAY_FAIL | 0 | 2 | open        | NOT RUN 2 of 5 may Snapshot: the active id \"s-2\" names no open session",
            })
    void exhibit_underAChecker_readsHowOftenAndHowSoon(
            Expectation expectation, int caught, int notRun, String style, String words) {
        SampleEvidence sample =
                SampleEvidence.complete(folder).tour("BrokenRetry", Checker.SOAK_PLATFORM, expectation, caught, notRun);

        Element cell = cell(render(sample), "#museum", "BrokenRetry", Checker.SOAK_PLATFORM);

        assertThat(cell.text()).isEqualTo(words);
        assertThat(cell.select(".state").first().classNames()).containsExactlyInAnyOrder("state", style);
    }

    @Test
    void exhibit_tellsItsStoryWhereItHappenedAndWhatWasSeen() {
        Document page = render(SampleEvidence.complete(folder));
        Element row = page.select("#museum tbody th:has(code:containsOwn(BrokenOptimisticFields))")
                .first();

        assertThat(row).isNotNull();
        assertThat(row.text()).contains("Example BookKeeper, issues 1606, 4316 and 4684");
        Element story = page.select(row.select("a").attr("href")).first();
        assertThat(story).isNotNull();
        assertThat(story.select(".story").text()).contains("Readers got answers that mixed two states");
        assertThat(story.select(".links a").eachText()).contains("example/bookkeeper#1606");
        assertThat(story.select("details pre").text()).contains("closeSession(s-2)");
        assertThat(page.select("#museum tfoot td").eachText())
                .hasSize(CHECKERS)
                .contains("2 of 18")
                .allMatch(text -> text.endsWith(" of 18"));
    }

    @Test
    void exhibit_thatSlippedThrough_isToldInTheVerdict() {
        Document page = render(
                SampleEvidence.complete(folder).tour("BrokenRetry", Checker.LINCHECK_HAZARDS, Expectation.FAILS, 0, 0));

        assertThat(page.title()).isEqualTo("Gauntlet: All 7 strategies are proven. The tools failed their own trial.");
        assertThat(page.select("#answer .lede").text()).endsWith("The tools failed their own trial.");
        assertThat(page.select("#answer .warning li").eachText())
                .containsExactly(
                        "BrokenRetry, Lincheck model checking, hazards: NOT NOTICED in 5 of 5 tries by a checker"
                                + " that must catch it");
        assertThat(page.select("#museum .reasons li")).hasSize(1);
    }

    @Test
    void museum_missing_isToldInTheVerdictAndInItsPlace() {
        Document page = render(SampleEvidence.empty(folder));

        assertThat(page.select("#answer .lede").text()).endsWith("The tools themselves were not tried.");
        assertThat(page.select("#answer .plain").text()).contains("Nothing shows that the tools catch anything");
        assertThat(page.select("#museum table")).isEmpty();
        assertThat(page.select("#museum .reasons").text()).contains("museum.json: NOT RUN: ");
    }

    @Test
    void hazards_readPlayedOrWhyNot() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#answer .plain").text())
                .contains("18 of 19 hazards were played with every strategy; 1 not run: needs 4 processors");
        Element unplayable = hazard(page, "READERS_AGREE");
        assertThat(unplayable.select("td").eachText())
                .hasSize(7)
                .containsOnly("NOT RUN needs 4 processors, here are 2");
        assertThat(unplayable.select(".bad")).isEmpty();
        assertThat(hazard(page, "LOST_UPDATE").select("td").eachText())
                .hasSize(7)
                .allMatch(text -> text.matches("passed \\d+\u202f\\d{3} samples"));
    }

    @Test
    void hazard_withAForbiddenOutcome_isToldWithCountsAndReplay() {
        SampleEvidence sample = SampleEvidence.complete(folder)
                .hazards("LOCK_FREE", Verdict.FAILED, "torn", SampleHazards.failed("LOST_UPDATE", "LOCK_FREE"));

        Document page = render(sample);

        Element row = hazard(page, "LOST_UPDATE");
        int column = CoordinatorStrategy.LOCK_FREE.ordinal();
        assertThat(row.select("td").get(column).text())
                .startsWith("FORBIDDEN seen")
                .contains("7 times");
        Element outcomes = page.select(row.select("a").attr("href")).first();
        assertThat(outcomes).isNotNull();
        Element forbidden = outcomes.select("tbody tr:has(th:containsOwn(closed, switched, b of a))")
                .first();
        assertThat(forbidden).isNotNull();
        assertThat(forbidden.select("td").eachText())
                .startsWith("forbidden", "the active id names a session that is gone", "0");
        assertThat(forbidden.select("td").get(2 + column).text()).isEqualTo("7");
        assertThat(outcomes.select(".replay").eachText())
                .singleElement()
                .asString()
                .endsWith("-Dgauntlet.strategy=LOCK_FREE");
    }

    @Test
    void tools_tellWhatEachCaughtFirst() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#tools tbody tr"))
                .hasSize(CHECKERS)
                .allMatch(row -> row.select("td").get(2).text().matches("a planted race: .*, in 0\\.\\d+.*s"));
        assertThat(render(SampleEvidence.empty(folder.resolve("empty")))
                        .select("#tools tbody td:nth-child(4)")
                        .eachText())
                .hasSize(CHECKERS)
                .containsOnly("nothing");
    }

    @Test
    void script_inEveryText_isTextOnThePage() {
        String script = SampleEvidence.SCRIPT;
        String breakout = "\"'></pre></svg></title></style><img src=x onerror=alert(1)><!-- " + script;
        SampleEvidence sample = SampleEvidence.complete(folder)
                .fail(Checker.CONTRACT, "MUTEX", script + breakout, script + breakout)
                .notRun(Checker.SMOKE, "MUTEX", script + breakout)
                .knownBad(Checker.SMOKE, script, Verdict.FAILED)
                .tour(exhibits -> List.of(hostile(exhibits.get(0), script, script + breakout)))
                .hazards("LOCK_FREE", Verdict.FAILED, script, SampleHazards.failed(script, breakout))
                .pass(Checker.SMOKE, script + "2")
                .onJdk("21 " + breakout)
                .pass(Checker.DIFFERENTIAL, "MUTEX")
                .measure(script, true);

        Document page = render(sample);

        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("#witnesses pre").text()).contains(script);
        assertThat(page.select("#witnesses summary").text()).contains(script);
        assertThat(page.select("#museum pre").eachAttr("aria-label")).anyMatch(label -> label.contains(script));
        assertThat(page.select("#museum .story").text()).contains(script + breakout);
        assertThat(page.select("#museum .links").text()).contains("https://" + script);
        assertThat(page.select("#museum .links a")).isEmpty();
        assertThat(page.select("#checks .reasons").text()).contains(script + breakout);
        assertThat(page.select("#museum tbody th code").eachText()).contains(script);
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

    private static ExhibitResult hostile(ExhibitResult exhibit, String name, String words) {
        return new ExhibitResult(name, words, List.of("https://" + words), words, exhibit.trials());
    }

    private static Element hazard(Document page, String name) {
        return page.select("#hazards .matrix tbody tr").stream()
                .filter(row -> row.select("th code").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Document render(SampleEvidence sample) {
        return Jsoup.parse(SamplePages.page(sample).html());
    }
}
