package io.gauntlet.stress.again;

import io.gauntlet.stress.again.TestOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What surefire and failsafe wrote about the tests that they ran.
 *
 * @param outcomes of all tests
 * @param unreadable the names of files that are no report, as of a JVM that was killed while it wrote
 */
record TestReports(List<TestOutcome> outcomes, List<String> unreadable) {

    TestReports {
        outcomes = List.copyOf(outcomes);
        unreadable = List.copyOf(unreadable);
    }

    /** Reads all reports in these folders; one that is missing holds none. */
    static TestReports read(List<Path> folders) throws IOException {
        List<TestOutcome> outcomes = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                try {
                    outcomes.addAll(read(Xml.parse(file)));
                } catch (SAXException noReport) {
                    unreadable.add(file.getFileName().toString());
                }
            }
        }
        return new TestReports(outcomes, unreadable);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<TestOutcome> read(Document report) {
        return Xml.elements(report.getElementsByTagName("testcase")).stream()
                .map(TestReports::outcome)
                .toList();
    }

    private static TestOutcome outcome(Element testCase) {
        String test = testCase.getAttribute("classname") + "." + testCase.getAttribute("name");
        for (Element child : Xml.elements(testCase.getChildNodes())) {
            switch (child.getTagName()) {
                case "failure", "error" -> {
                    return new TestOutcome(test, Status.RED, message(child));
                }
                case "skipped" -> {
                    return new TestOutcome(test, Status.SKIPPED, message(child));
                }
                default -> {
                    // what the test printed
                }
            }
        }
        return new TestOutcome(test, Status.PASSED, "");
    }

    private static String message(Element element) {
        String message = element.getAttribute("message");
        // Without a message, the first line of the stack trace names the exception.
        return Stream.concat(Stream.of(message), element.getTextContent().lines())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("no message");
    }
}
