package io.gauntlet.stress.again;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.stress.again.TestOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    @TempDir
    private Path folder;

    private TestReports read(String testCases) throws IOException {
        Files.writeString(folder.resolve("TEST-a.xml"), "<testsuite name='a'>" + testCases + "</testsuite>");
        return TestReports.read(List.of(folder));
    }

    @Test
    void read_passedTest_isPassed() throws IOException {
        assertThat(read("<testcase name='b' classname='io.A'><system-out>printed</system-out></testcase>")
                        .outcomes())
                .containsExactly(new TestOutcome("io.A.b", Status.PASSED, ""));
    }

    @Test
    void read_failure_isRedWithItsMessageOnOneLine() throws IOException {
        assertThat(read("<testcase name='b' classname='io.A'>"
                                + "<failure message='&#10;expected: 2&#10; but was: 1'>a stack trace</failure></testcase>")
                        .outcomes())
                .containsExactly(new TestOutcome("io.A.b", Status.RED, "expected: 2 but was: 1"));
    }

    @Test
    void read_errorWithoutMessage_isRedWithTheFirstLineOfItsTrace() throws IOException {
        assertThat(read("<testcase name='b' classname='io.A'><system-out>printed</system-out>"
                                + "<error type='x.Y'><![CDATA[x.Y\n\tat somewhere]]></error></testcase>")
                        .outcomes())
                .containsExactly(new TestOutcome("io.A.b", Status.RED, "x.Y"));
    }

    @Test
    void read_skippedTest_isSkippedWithItsReason() throws IOException {
        assertThat(read("<testcase name='b' classname='io.A'><skipped message='no browser'/></testcase>")
                        .outcomes())
                .containsExactly(new TestOutcome("io.A.b", Status.SKIPPED, "no browser"));
    }

    @Test
    void read_parameterizedTest_keepsItsInvocationsApart() throws IOException {
        assertThat(read("<testcase name='b(String)[1]' classname='io.A'/>"
                                + "<testcase name='b(String)[2]' classname='io.A'><failure message='no'/></testcase>")
                        .outcomes())
                .containsExactly(
                        new TestOutcome("io.A.b(String)[1]", Status.PASSED, ""),
                        new TestOutcome("io.A.b(String)[2]", Status.RED, "no"));
    }

    @Test
    void read_halfAReport_isUnreadable() throws IOException {
        Files.writeString(folder.resolve("TEST-half.xml"), "<testsuite><testcase name='b' ");

        TestReports reports = read("<testcase name='b' classname='io.A'/>");

        assertThat(reports.unreadable()).containsExactly("TEST-half.xml");
        assertThat(reports.outcomes()).hasSize(1);
    }

    @Test
    void read_reportThatWouldFetchAFile_isUnreadable() throws IOException {
        Files.writeString(
                folder.resolve("TEST-evil.xml"),
                "<!DOCTYPE t [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><testsuite>&e;</testsuite>");

        assertThat(TestReports.read(List.of(folder)).unreadable()).containsExactly("TEST-evil.xml");
    }

    @Test
    void read_otherFilesAndMissingFolders_holdNoTests() throws IOException {
        Files.writeString(folder.resolve("failsafe-summary.xml"), "<failsafe-summary/>");

        TestReports reports = TestReports.read(List.of(folder, folder.resolve("missing")));

        assertThat(reports.outcomes()).isEmpty();
        assertThat(reports.unreadable()).isEmpty();
    }
}
