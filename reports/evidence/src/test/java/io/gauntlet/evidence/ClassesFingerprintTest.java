package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesFingerprintTest {

    private static final String ANCHOR = "io.gauntlet.coordinator.Anchor";

    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = compile("package io.gauntlet.coordinator.guard; public class Guard {}");
    }

    @Test
    void folderJarAndShadedJar_ofTheSameClasses_haveOneFingerprint() throws Exception {
        String ofFolder = fingerprint(classes);

        assertThat(ofFolder).matches("[0-9a-f]{64}");
        assertThat(fingerprint(jar("plain.jar", Map.of()))).isEqualTo(ofFolder);
        assertThat(fingerprint(jar("shaded.jar", Map.of("org/other/Library.class", "other bytes"))))
                .isEqualTo(ofFolder);
    }

    @Test
    void filesThatRunNothing_doNotCount() throws Exception {
        String before = fingerprint(classes);
        Files.writeString(classes.resolve("io/gauntlet/coordinator/package-info.class"), "annotations");
        Files.writeString(classes.resolve("io/gauntlet/coordinator/notes.txt"), "notes");
        Files.createDirectories(classes.resolve("io/gauntlet/stress"));
        Files.writeString(classes.resolve("io/gauntlet/stress/Soak.class"), "a checker");

        assertThat(fingerprint(classes)).isEqualTo(before);
    }

    @Test
    void anyClassChangedAddedOrRenamed_changesTheFingerprint() throws Exception {
        String before = fingerprint(classes);
        Path guard = classes.resolve("io/gauntlet/coordinator/guard/Guard.class");

        String changed = fingerprint(compile("package io.gauntlet.coordinator.guard; public final class Guard {}"));
        Path renamed = Files.move(guard, guard.resolveSibling("Guard2.class"));
        String afterRename = fingerprint(classes);
        Files.copy(renamed, guard);
        String afterAdd = fingerprint(classes);

        assertThat(List.of(before, changed, afterRename, afterAdd)).doesNotHaveDuplicates();
    }

    @Test
    void anchor_ofAnotherPackage_isRefused() {
        assertThatThrownBy(() -> ClassesFingerprint.of(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("io.gauntlet.coordinator");
    }

    @Test
    void provenance_collected_fitsItsSchema() throws Exception {
        Provenance provenance;
        try (URLClassLoader loader = loader(classes)) {
            provenance = Provenance.collect(loader.loadClass(ANCHOR));
        }

        CheckEvidence sample = Samples.check();
        CheckEvidence evidence = new CheckEvidence(
                sample.checker(),
                sample.subject(),
                sample.knownBad(),
                sample.verdict(),
                sample.reason(),
                sample.canary(),
                sample.effort(),
                sample.hazards(),
                sample.witness(),
                sample.replay(),
                sample.seconds(),
                provenance);
        assertThat(EvidenceFiles.readCheck(EvidenceFiles.write(folder.resolve("evidence"), evidence)))
                .isEqualTo(evidence);
        assertThat(provenance.classesSha256()).isEqualTo(fingerprint(classes));
        assertThat(provenance.jdkFeature()).isEqualTo(Runtime.version().feature());
        assertThat(provenance.memoryMiB()).isPositive();
    }

    private Path compile(String guard) throws IOException {
        Path sources = Files.createTempDirectory(folder, "sources");
        Path output = Files.createTempDirectory(folder, "classes");
        Path anchorFile = Files.writeString(
                sources.resolve("Anchor.java"), "package io.gauntlet.coordinator; public class Anchor {}");
        Path guardFile = Files.writeString(sources.resolve("Guard.java"), guard);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", output.toString(), anchorFile.toString(), guardFile.toString());
        assertThat(exit).isZero();
        return output;
    }

    /** Entries in another order than a folder's walk, so that only sorting makes them equal. */
    private Path jar(String name, Map<String, String> more) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(classes)) {
            files = new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
        Collections.reverse(files);
        Path jar = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(stream)) {
            for (Path file : files) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
            }
            for (Map.Entry<String, String> entry : more.entrySet()) {
                entries.putNextEntry(new JarEntry(entry.getKey()));
                entries.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static String fingerprint(Path source) throws Exception {
        try (URLClassLoader loader = loader(source)) {
            return ClassesFingerprint.of(loader.loadClass(ANCHOR));
        }
    }

    private static URLClassLoader loader(Path source) throws IOException {
        return new URLClassLoader(new URL[] {source.toUri().toURL()});
    }
}
