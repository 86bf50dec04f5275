package io.gauntlet.report.trial;

/**
 * One thing that fails the build.
 *
 * @param subject whose
 * @param tool which checker, as people call it
 * @param what what happened to it
 */
public record Red(String subject, String tool, String what) {}
