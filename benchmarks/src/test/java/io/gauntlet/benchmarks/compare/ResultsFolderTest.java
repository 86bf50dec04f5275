package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.evidence.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFolderTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private RunRecord run;

    @BeforeEach
    void name() {
        folder = temporary.resolve("results");
        run = record(Fakes.PROVENANCE);
    }

    private RunRecord record(Provenance provenance) {
        return RunRecord.of(Fakes.request(temporary, Existing.SPARE), provenance);
    }

    @Test
    void results_thatAreKept_areReadBackAsTheyWere() {
        keep(Integer.MAX_VALUE);

        try (ResultsFolder resumed = ResultsFolder.open(folder, run, Existing.RESUME)) {
            assertThat(resumed.run()).isEqualTo(run);
            assertThat(resumed.earlier())
                    .containsExactlyElementsOf(cells().map(this::measured).toList());
        }
    }

    @Test
    void run_thatIsNotComplete_isNotReplaced() throws IOException {
        keep(3);
        Map<Path, String> before = content();

        assertRefused(Existing.SPARE)
                .withMessageContaining(folder.toString())
                .withMessageContaining("14 of 17 forks are still missing")
                .withMessageContaining("--resume")
                .withMessageContaining("--discard");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void run_thatIsComplete_isMovedAside() throws IOException {
        keep(Integer.MAX_VALUE);
        String before = Files.readString(folder.resolve("run.json"));

        ResultsFolder.open(folder, run, Existing.SPARE).close();

        assertThat(temporary.resolve("results-2026-11-24T00-00-00Z/run.json")).hasContent(before);
        assertThat(folder.resolve("forks")).isEmptyDirectory();
    }

    @Test
    void run_thatIsDiscarded_isDeletedAndNothingElse() throws IOException {
        keep(3);
        Files.writeString(folder.resolve("notes.txt"), "a person's");
        Files.writeString(folder.resolve("forks/half.json.part"), "half");

        ResultsFolder.open(folder, run, Existing.DISCARD).close();

        assertThat(content().keySet()).extracting(Path::toString).containsExactly("notes.txt", "run.json");
    }

    @ParameterizedTest
    @EnumSource(Existing.class)
    void folder_withOtherThings_isNoResultsFolder(Existing existing) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        Map<Path, String> before = content();

        assertRefused(existing).withMessageContaining(folder.toString()).withMessageContaining("not results");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void folder_withoutRun_cannotBeResumed() {
        assertRefused(Existing.RESUME)
                .withMessageContaining(folder.toString())
                .withMessageContaining("no run that could go on");
        assertThat(folder).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            commit        | another commit
            machine       | another machine
            cores         | 3
            jdk           | 25.0.1 (vendor)
            classesSha256 | 1111111111111111111111111111111111111111111111111111111111111111
            """)
    void run_ofAnotherPlace_isNotResumed(String property, String value) throws IOException {
        keep(3);
        Map<Path, String> before = content();
        RunRecord asked = record(with(property, value));

        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsFolder.open(folder, asked, Existing.RESUME))
                .withMessageContaining("run.json belongs to another run")
                .withMessageContaining("provenance." + property)
                .withMessageContaining(value)
                .withMessageContaining("Nothing was changed");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void run_ofAnotherCommandAndTime_isResumed() {
        keep(3);
        Provenance here = Fakes.PROVENANCE;
        Provenance later = new Provenance(
                here.machine(),
                here.cores(),
                here.memoryMiB() - 1,
                here.jdk(),
                here.commit(),
                "mvn verify --resume",
                "2026-11-25T00:00:00Z",
                here.classesSha256());

        try (ResultsFolder resumed = ResultsFolder.open(folder, record(later), Existing.RESUME)) {
            assertThat(resumed.earlier()).hasSize(3);
        }
    }

    @Test
    void run_ofAnotherWorkload_isNotResumed() {
        keep(3);
        RunRecord asked =
                RunRecord.of(Fakes.request(temporary, Existing.RESUME, Fakes.WORKLOAD.withRounds(3)), Fakes.PROVENANCE);

        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsFolder.open(folder, asked, Existing.RESUME))
                .withMessageContaining("workload.throughput.rounds 2, and now it is 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "{\"schema\":\"gauntlet/fork/2\"}", "{\"schema\":\"gauntlet/fork/3\",\"x\":1}"})
    void fork_thatIsDamaged_isNamedWithTheRemedy(String text) throws IOException {
        keep(5);
        Path fork = folder.resolve("forks").resolve(run.plan().get(2));
        Files.writeString(fork, text);
        Map<Path, String> before = content();

        assertRefused(Existing.RESUME)
                .withMessageContaining(fork.toString())
                .withMessageContaining("Delete this file and resume");
        assertThat(content()).isEqualTo(before);
        Files.delete(fork);
        try (ResultsFolder resumed = ResultsFolder.open(folder, run, Existing.RESUME)) {
            assertThat(resumed.earlier()).hasSize(4);
        }
    }

    @Test
    void fork_thatIsTruncatedAnywhere_isNeverTakenForAWholeOne() throws IOException {
        keep(1);
        Path fork = folder.resolve("forks").resolve(run.plan().get(0));
        String whole = Files.readString(fork).strip();
        for (int length = 0; length < whole.length(); length += 7) {
            Files.writeString(fork, whole.substring(0, length));
            assertRefused(Existing.RESUME).withMessageContaining(fork.toString());
        }
    }

    @Test
    void fork_underAnothersName_isRefused() throws IOException {
        keep(5);
        Path fork = folder.resolve("forks").resolve(run.plan().get(0));
        Files.copy(folder.resolve("forks").resolve(run.plan().get(1)), fork, StandardCopyOption.REPLACE_EXISTING);

        assertRefused(Existing.RESUME)
                .withMessageContaining(fork.toString())
                .withMessageContaining("belongs into " + run.plan().get(1));
    }

    @Test
    void fork_whoseHistogramsAreGone_isRefused() throws IOException {
        keep(Integer.MAX_VALUE);
        try (Stream<Path> files = Files.list(folder.resolve("forks"))) {
            Files.delete(files.filter(file -> file.toString().endsWith(".hlog"))
                    .findFirst()
                    .orElseThrow());
        }

        assertRefused(Existing.RESUME).withMessageContaining("histograms").withMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"schema\":\"gauntlet/ru"})
    void run_thatIsDamaged_isNamed(String text) throws IOException {
        keep(3);
        Files.writeString(folder.resolve("run.json"), text);

        assertRefused(Existing.RESUME).withMessageContaining("run.json").withMessageContaining("--discard");
        assertRefused(Existing.SPARE).withMessageContaining("run.json").withMessageContaining("--discard");
        ResultsFolder.open(folder, run, Existing.DISCARD).close();
        assertThat(folder.resolve("forks")).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(Existing.class)
    void folder_inUse_isRefused(Existing existing) {
        try (ResultsFolder inUse = ResultsFolder.open(folder, run, Existing.SPARE)) {
            assertThat(inUse.earlier()).isEmpty();
            assertRefused(existing).withMessageContaining("in use by another run");
        }
    }

    private ThrowableAssertAlternative<ResultsException> assertRefused(Existing existing) {
        return assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultsFolder.open(folder, run, existing));
    }

    private void keep(int forks) {
        try (ResultsFolder results = ResultsFolder.open(folder, run, Existing.SPARE)) {
            cells().limit(forks).forEach(cell -> results.keep(measured(cell)));
        }
    }

    private Stream<Cell> cells() {
        return Fakes.request(temporary, Existing.SPARE).plan().cells().stream();
    }

    private ForkResult measured(Cell cell) {
        return cell instanceof ThroughputCell throughput
                ? Fakes.throughput(throughput)
                : cell instanceof CostCell cost
                        ? Fakes.cost(cost)
                        : Fakes.latency((LatencyCell) cell, folder.resolve("forks"));
    }

    private static Provenance with(String property, String value) {
        Provenance here = Fakes.PROVENANCE;
        return new Provenance(
                property.equals("machine") ? value : here.machine(),
                property.equals("cores") ? Integer.parseInt(value) : here.cores(),
                here.memoryMiB(),
                property.equals("jdk") ? value : here.jdk(),
                property.equals("commit") ? value : here.commit(),
                here.command(),
                here.startedAt(),
                property.equals("classesSha256") ? value : here.classesSha256());
    }

    private Map<Path, String> content() throws IOException {
        Map<Path, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                content.put(folder.relativize(file), Files.readString(file));
            }
        }
        return content;
    }
}
