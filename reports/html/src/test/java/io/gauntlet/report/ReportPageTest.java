package io.gauntlet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.evidence.Verdict;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
                        "latency",
                        "costs",
                        "checks",
                        "hazards",
                        "tools",
                        "museum",
                        "witnesses",
                        "origin",
                        "caveats");
    }

    @Test
    void throughput_tellsHowMuchWasJudged() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#throughput > p").text())
                .contains("windows, of which 74\u202f% were under way while another was")
                .contains("0.72 to 0.72 times as many calls a second");
        assertThat(page.select("#throughput table.figures")
                        .first()
                        .select("thead th")
                        .eachText())
                .containsSequence("Calls judged", "Of them overlapped", "Rate inside windows");
        assertThat(page.select("#throughput table.figures")
                        .first()
                        .select("tbody tr")
                        .get(1)
                        .select("td")
                        .eachText())
                .endsWith("92\u202f160", "74\u202f%", "0.72 ×");
    }

    @Test
    void throughput_withoutAVerdict_hasNoDotAndSaysWhy() {
        Document page = render(SampleEvidence.complete(folder)
                .measure(run -> SampleMeasurement.undecided(run, "LOCK_FREE", "steps: more than 1")));

        String why = "no LINEARIZABLE verdict on 1 of 10 JVMs";
        assertThat(page.select("#throughput .withheld li").eachText()).containsExactly("LOCK_FREE: " + why);
        assertThat(page.select("#throughput td.absent").eachText()).isNotEmpty().allMatch(why::equals);
        assertThat(page.select("#throughput .warning li").eachText()).anyMatch(line -> line.contains("are not shown"));
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
        assertThat(page.select("a[href^=#], use").eachAttr("href")).allMatch(href -> known.contains(href.substring(1)));
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).allMatch(known::contains);
    }

    @Test
    void tables_haveCaptionsAndScopes() {
        Document page = render(SamplePages.spoiled(folder));

        assertThat(page.select("table"))
                .hasSize(2 + 6 * 2 + 6 + 5 + 4 + 1 + 18)
                .allMatch(table -> table.selectFirst("caption") != null);
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
                .hasSize(2)
                .startsWith("The tools were tried on 18 bugs of the museum: each was caught by at least one.");
        assertThat(page.select("#answer thead th").eachText()).contains("Place at 99 % reads");
        assertThat(page.select("#throughput .warning li").eachText())
                .hasSize(2)
                .anyMatch(text -> text.startsWith("Up to 256 callers shared 2 cores"));
    }

    @Test
    void evidence_missing_readsNotRunAndNeverGreen() {
        Document page = render(SampleEvidence.empty(folder));

        assertThat(page.select("#answer tbody .state").eachText()).hasSize(7).containsOnly("NOT PROVEN");
        assertThat(page.select("#checks tbody .state").eachText())
                .hasSize(7 * CHECKERS)
                .containsOnly("NOT RUN");
        assertThat(page.select("#throughput .state, #latency .state, #costs .state")
                        .eachText())
                .hasSize(3)
                .containsOnly("NOT MEASURED");
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

        assertThat(page.select("[data-strategy=LOCK_FREE]")).hasSize(7 + 6).allSatisfy(lane -> {
            assertThat(lane.select("circle")).isEmpty();
            assertThat(lane.text()).contains("not proven: 1 failed");
        });
        assertThat(page.select("[data-multiple=LOCK_FREE]")).hasSize(3).allSatisfy(multiple -> {
            assertThat(multiple.select("circle")).isEmpty();
            assertThat(multiple.text()).contains("not proven: 1 failed");
        });
        assertThat(page.select("#throughput [data-strategy=STAMPED_LOCK] circle"))
                .hasSize(7);
        assertThat(page.select("#throughput .withheld").text()).isEqualTo("LOCK_FREE: not proven: 1 failed");
        assertThat(page.select("#throughput td.absent").eachText())
                .hasSize(2 * 18)
                .containsOnly("not proven: 1 failed");
        assertThat(page.select("#costs tbody td .absent").eachText())
                .hasSize(10 * 5)
                .containsOnly("not proven: 1 failed");
        assertThat(page.select("#latency .group:has(code:containsOwn(LOCK_FREE))")
                        .eachText())
                .hasSize(6)
                .containsOnly("LOCK_FREE not proven: 1 failed");
        assertThat(page.select("#answer .regime + td").text()).doesNotContain("LOCK_FREE");
    }

    @Test
    void answer_namesTheFastestAsASet() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#answer tr:has(.regime)").eachText())
                .hasSize(5 + 2 + 1 + 3)
                .anyMatch(text ->
                        text.matches("128 callers, 100 % reads, 10 sessions COPY_ON_WRITE \\(5\\.\\d+ × MUTEX\\)"
                                + " and LOCK_FREE \\(5\\.\\d+ × MUTEX\\) tie for first"))
                .anyMatch(text -> text.startsWith("128 callers, 0 % reads, 10 sessions ")
                        && text.contains("MUTEX, ")
                        && text.contains(" × MUTEX, a tie with it)"))
                .anyMatch(text -> text.startsWith("128 virtual callers, 90 % reads, 10 sessions STAMPED_LOCK"))
                .anyMatch(text ->
                        text.startsWith("120 callers with 100 % reads beside 8 writers, 10 sessions STAMPED_LOCK"));
        assertThat(page.select("#answer").text()).doesNotContain("256 ");
    }

    @Test
    void verdict_tie_isNeverCalledFaster() {
        SampleEvidence sample =
                SampleEvidence.complete(folder).measure(run -> SampleMeasurement.results(run, result -> tied(result)));

        Document page = render(sample);

        assertThat(page.select("#throughput .lane-label, #throughput td").eachText())
                .anyMatch(text -> text.startsWith("tie, "))
                .contains("TIE")
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).matches("(faster|slower)\\b.*"));
        assertThat(page.select("#throughput svg").eachAttr("aria-label"))
                .noneMatch(label -> label.matches(".*: (faster|slower), .*"));
        assertThat(page.select("#throughput [data-multiple] circle"))
                .isNotEmpty()
                .allMatch(dot -> dot.hasClass("tie"));
    }

    @Test
    void charts_openByShareOfReadsOthersAsMultiples() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#throughput h3").eachText())
                .containsExactly(
                        "By share of reads: 128 callers, 10 sessions",
                        "By number of callers: 90 % reads, 10 sessions",
                        "By number of sessions: 128 callers, 90 % reads",
                        "Readers beside dedicated writers",
                        "Callers on virtual threads",
                        "Other regimes");
        assertThat(page.select("#throughput .charts figcaption").eachText())
                .containsExactly(
                        "100 % reads",
                        "99 % reads",
                        "90 % reads",
                        "50 % reads",
                        "0 % reads",
                        "120 callers with 100 % reads beside 8 writers, 10 sessions",
                        "256 callers, 99 % reads, 1\u202f000 sessions");
        Element callers = page.select("#throughput .multiples").first();
        assertThat(callers).isNotNull();
        assertThat(callers.select("[data-multiple]").eachAttr("data-multiple"))
                .hasSize(6)
                .doesNotContain("MUTEX");
        Element stamped = callers.selectFirst("[data-multiple=STAMPED_LOCK]");
        assertThat(stamped).isNotNull();
        assertThat(stamped.select("circle")).hasSize(6);
        assertThat(page.select("#" + used(stamped) + " .noise")).hasSize(6);
        assertThat(page.select("#" + used(stamped) + "-callers text").eachText())
                .containsExactly("1", "8", "32", "126", "128", "256");
        assertThat(stamped.select("[role=img]").attr("aria-label"))
                .startsWith("STAMPED_LOCK divided by MUTEX. 1 caller, 90 % reads, 10 sessions: faster, ")
                .contains("256 callers, 90 % reads, 10 sessions: faster, ");
    }

    @Test
    void chart_marksTiesTheBaselineTheNoiseAndTheCeiling() {
        Document page = render(SampleEvidence.complete(folder));
        Element fifty = page.select("#throughput figure:has(figcaption:containsOwn(50 % reads))")
                .first();

        assertThat(fifty).isNotNull();
        assertThat(fifty.select("[data-strategy]").eachAttr("data-strategy"))
                .containsExactly(java.util.Arrays.stream(CoordinatorStrategy.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(fifty.select("[data-strategy=SYNCHRONIZED] .lane-label").text())
                .matches("tie, 1\\.0\\d × \\[0\\.9\\d, 1\\.0\\d]");
        assertThat(fifty.select("[data-strategy=MUTEX] .lane-label").text()).isEqualTo("baseline, A/A [0.98, 1.02]");
        assertThat(fifty.select("[data-strategy=FAIR_MUTEX] .lane-label").text())
                .startsWith("slower, 0.33 × [");
        assertThat(page.select(
                        "#" + used(fifty) + " .noise, #" + used(fifty) + " .baseline, #" + used(fifty) + " .ceiling"))
                .hasSize(3);
        assertThat(fifty.select("text").eachText()).contains("ceiling", "MUTEX");
    }

    @Test
    void table_tellsJvmsThatWereNotSettledAndWhy() {
        Document page =
                render(SampleEvidence.complete(folder).measure(run -> SampleMeasurement.disturbed(run, "powersave")));

        assertThat(row(
                        part(
                                page,
                                "Throughput: By share of reads: 128 callers, 10 sessions",
                                "128 callers, 90 % reads"),
                        "LOCK_FREE"))
                .contains("4 of 10, 7 run again: iterations rose by 21 % on the whole, and 1 more");
    }

    @Test
    void table_hasEveryNumberOfARegime() {
        Document page = render(SampleEvidence.complete(folder));

        Element rates =
                part(page, "Throughput: By share of reads: 128 callers, 10 sessions", "128 callers, 90 % reads");
        assertThat(rates.select(".group").text())
                .contains("MUTEX under a second name, divided by MUTEX: 1.00 [0.98, 1.02]");
        assertThat(row(rates, "MUTEX")).hasSize(14).contains("baseline", "10 × 5", "none");
        assertThat(row(rates, "STAMPED_LOCK")).contains("FASTER", "< 0.001");
        assertThat(row(rates, "ceiling")).as("measured with reads alone").isEmpty();
        assertThat(row(
                        part(
                                page,
                                "Throughput: By share of reads: 128 callers, 10 sessions",
                                "128 callers, 100 % reads"),
                        "ceiling"))
                .hasSize(14)
                .startsWith("61.5\u202fM");
        assertThat(row(rates, "FAIR_MUTEX")).contains("SLOWER", "7");
        Element fairness =
                part(page, "Fairness: By share of reads: 128 callers, 10 sessions", "128 callers, 90 % reads");
        assertThat(row(fairness, "FAIR_MUTEX"))
                .containsExactly("128 alike", "0.98", "1.00", "48.2\u202fms", "213\u202fms");
        Element unequal = table(page, "Fairness: Readers beside dedicated writers");
        assertThat(unequal.closest("details")).isNull();
        assertThat(unequal.select("tbody tr:has(th:containsOwn(STAMPED_LOCK)) td")
                        .eachText())
                .containsExactly(
                        "120 readers",
                        "0.66",
                        "0.96",
                        "61.2\u202fms",
                        "none",
                        "8 writers",
                        "0.42",
                        "0.88",
                        "none",
                        "1.84\u202fs");
    }

    @Test
    void latency_showsDueServiceAndTheBaseline() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#latency h3").eachText())
                .containsExactly(
                        "128 callers, 90 % reads, 10 sessions, at 50 % of capacity",
                        "256 callers, 90 % reads, 10 sessions, at 50 % of capacity",
                        "128 virtual callers, 90 % reads, 10 sessions, at 50 % of capacity");
        assertThat(page.select("#latency figcaption").eachText())
                .containsExactly("Reads", "Writes", "Reads", "Writes", "Reads", "Writes");
        Element mutex = page.select("#latency figure [data-strategy=MUTEX]").first();
        assertThat(mutex).isNotNull();
        assertThat(mutex.select(".due circle")).hasSize(4);
        assertThat(mutex.select(".service circle")).hasSize(4);
        assertThat(mutex.select(".no-op circle")).hasSize(4);
        assertThat(mutex.select("svg").attr("aria-label"))
                .matches("MUTEX\\. Since due: p50 .* In service: p50 400\u202fns, .* No-op baseline, since due: .*");
        assertThat(mutex.select(".lane-label").text()).matches("p99 .* since due 1\\.39\u202fµs in service");
    }

    @Test
    void latency_ofALoadThatWasNotKept_isAReasonAndNoNumber() {
        Document page = render(SampleEvidence.complete(folder));

        Element lane = page.select("#latency figure").get(2).selectFirst("[data-strategy=FAIR_MUTEX]");
        assertThat(lane).isNotNull();
        assertThat(lane.select("circle")).isEmpty();
        assertThat(lane.text()).isEqualTo("FAIR_MUTEX not kept: the backlog grew to 3.2 s in 4 of 10 JVMs");
        Element reads = table(page, "Latency. Reads: 256 callers, 90 % reads, 10 sessions");
        Element fair = reads.select("tbody:has(code:containsOwn(FAIR_MUTEX))").first();
        assertThat(fair).isNotNull();
        assertThat(fair.select("tr:not(.group)")).hasSize(5);
        assertThat(fair.select("tr:not(.group)").get(2).select("td").eachText())
                .hasSize(3)
                .endsWith("not kept: the backlog grew to 3.2 s in 4 of 10 JVMs");
        assertThat(fair.select("tr:not(.group)").get(1).select("td")).hasSize(12);
    }

    @Test
    void costs_showTimeAllocationAndGrowth() {
        Document page = render(SampleEvidence.complete(folder));

        assertThat(page.select("#costs table")).hasSize(2 + 3);
        Element ten = page.select("#costs table").first();
        assertThat(ten).isNotNull();
        assertThat(ten.select("caption").text()).endsWith("with 10 sessions");
        assertThat(ten.select("thead th").eachText()).startsWith("Operation", "no guard", "SYNCHRONIZED");
        assertThat(row(ten, "switchSession").get(2)).isEqualTo("42.0\u202fns, 24\u202fB [41.2\u202fns, 43.3\u202fns]");
        Element growth = page.select("#costs table").get(1);
        assertThat(row(growth, "getSession")).containsOnly("0.00, constant [−0.01, 0.02]".replace('−', '\u2212'));
        assertThat(row(growth, "switchSession")).containsOnly("0.11, grows [0.08, 0.14]");
        assertThat(row(growth, "listSessions")).containsOnly("0.97, linear [0.94, 0.99]");
        assertThat(growth.select(".notable")).hasSize(2 * 8);
    }

    @Test
    void sittings_areShownWithWhatTheMachineTold() {
        Document page =
                render(SampleEvidence.complete(folder).measure(run -> SampleMeasurement.disturbed(run, "powersave")));

        assertThat(page.select("#origin tbody tr").eachText())
                .containsExactly(
                        "2026-11-24T00:00:00Z 15\u202fmin 0\u202fs 300 1.50 cores powersave 2.40 % 1.80 2.60 G1 -Xmx1g",
                        "2026-11-24T09:00:00Z 42\u202fmin 12\u202fs 940 not told not told not told not told not told G1 none");
        assertThat(page.select("#throughput .warning li")).hasSize(9);
        assertThat(page.select("#caveats li").eachText())
                .containsAll(page.select("#throughput .warning li").eachText());
    }

    @Test
    void smokeBudget_isNoMeasurementAndRanksNothing() {
        Document page = render(SampleEvidence.complete(folder).measure("smoke", true));

        assertThat(page.select("#throughput .warning li").eachText())
                .anyMatch(text -> text.startsWith("Not a measurement"));
        assertThat(page.select("#latency .warning, #costs .warning").eachText())
                .hasSize(2)
                .allMatch(text -> text.startsWith("Not a measurement"));
        assertThat(page.select("#answer").text()).contains("Nothing is ranked").doesNotContain("Place at");
        assertThat(page.select("#throughput td").eachText())
                .contains("not compared")
                .doesNotContain("FASTER", "SLOWER", "TIE");
        assertThat(page.select(".tie, .noise, .multiples")).isEmpty();
    }

    @Test
    void measurement_ofOneJvmAPoint_hasDotsAndNoIntervals() {
        Document page = render(SampleEvidence.complete(folder).measure(SampleMeasurement::alone));

        assertThat(page.select("#answer").text())
                .contains("Nothing is ranked: one JVM for each point gives no interval")
                .doesNotContain("Place at");
        assertThat(page.select("#throughput circle")).hasSize(7 * (5 + 6 + 3 + 1 + 4 + 1));
        assertThat(page.select("#throughput .interval, #throughput .noise")).isEmpty();
        assertThat(page.select("#throughput").text()).doesNotContain("null");
        assertThat(page.select("#costs").text()).doesNotContain("[").doesNotContain("exponent, with");
    }

    @Test
    void page_ofAFullRun_staysSmall() {
        assertThat(SamplePages.page(SampleEvidence.complete(folder)).html().length())
                .as("characters of the page")
                .isLessThan(470_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILS    | 5 | 0 | good        | caught 5 of 5 2.10\u202fs, must",
                "FAILS    | 3 | 0 | good        | caught 3 of 5 2.10\u202fs, must",
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
    void exhibit_missedByACheckerThatChoosesItsSchedule_isBad() {
        SampleEvidence sample = SampleEvidence.complete(folder)
                .tour("BrokenRetry", Checker.LINCHECK_HAZARDS, Expectation.FAILS, /* caught= */ 3, /* notRun= */ 0);

        Element cell = cell(render(sample), "#museum", "BrokenRetry", Checker.LINCHECK_HAZARDS);

        assertThat(cell.text()).startsWith("ONLY 3 of 5 2.10\u202fs, must");
        assertThat(cell.select(".state").first().classNames()).containsExactlyInAnyOrder("state", "bad");
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
        assertThat(page.select("#throughput").text()).contains("Budget “" + script + "”");
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

    private static ThroughputResult tied(ThroughputResult result) {
        Comparison comparison = result.againstYardstick();
        return SampleMeasurement.judged(
                result,
                result.settled(),
                comparison == null ? null : new Comparison(comparison.ratio(), 0.2, Speed.TIE),
                List.of());
    }

    private static Element table(Document page, String label) {
        return page.select("[role=region]").stream()
                .filter(region -> region.attr("aria-label").equals(label))
                .flatMap(region -> region.select("table").stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + label));
    }

    /** Returns the id of what lies behind a picture's marks. */
    private static String used(Element figure) {
        return figure.select("[role=img] use").attr("href").substring(1);
    }

    private static Element part(Document page, String label, String title) {
        return table(page, label).select("tbody").stream()
                .filter(part -> part.select(".group").text().startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no part " + title));
    }

    private static List<String> row(Element table, String name) {
        return table.select("tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .flatMap(row -> row.select("td").stream().map(Element::text))
                .toList();
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
