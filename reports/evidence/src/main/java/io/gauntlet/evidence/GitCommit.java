package io.gauntlet.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The commit that a folder is checked out at, as {@code git} tells it. */
final class GitCommit {

    static final String UNKNOWN = "unknown";

    private static final long TIMEOUT_SECONDS = 60;

    private GitCommit() {}

    static String ofWorkingFolder() {
        return of(Path.of("").toAbsolutePath(), "git");
    }

    /**
     * Returns the commit, with {@link Provenance#DIRTY} where any file that Git does not ignore differs from it or is new;
     * {@link #UNKNOWN} where git is missing, slow, or knows no repository here.
     */
    static String of(Path folder, String git) {
        Optional<String> commit =
                run(folder, git, "rev-parse", "--verify", "HEAD").filter(line -> !line.isEmpty());
        Optional<String> changes = commit.flatMap(known -> run(folder, git, "status", "--porcelain"));
        if (commit.isEmpty() || changes.isEmpty()) {
            return UNKNOWN;
        }
        return changes.get().isEmpty() ? commit.get() : commit.get() + Provenance.DIRTY;
    }

    private static Optional<String> run(Path folder, String git, String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(git).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            return Optional.empty();
        }
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> readAll(process));
            String text = output.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(text.strip()) : Optional.empty();
        } catch (ExecutionException | TimeoutException failed) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String readAll(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
