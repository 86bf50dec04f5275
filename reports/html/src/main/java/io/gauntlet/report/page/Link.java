package io.gauntlet.report.page;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on the web where a bug is told.
 *
 * @param address the whole of it
 * @param label what people call it
 * @param followed whether it may be followed from the page: only what is fetched by https may
 */
public record Link(String address, String label, boolean followed) {

    private static final Pattern ISSUE = Pattern.compile("https://github\\.com/([^/]+/[^/]+)/(?:issues|pull)/(\\d+)");
    private static final Pattern FILE = Pattern.compile("https://github\\.com/([^/]+/[^/]+)/blob/.*/([^/]+)");

    static Link of(String address) {
        return new Link(
                address,
                match(ISSUE, address, "#").or(() -> match(FILE, address, ", ")).orElse(address),
                isHttps(address));
    }

    private static Optional<String> match(Pattern pattern, String address, String between) {
        Matcher matcher = pattern.matcher(address);
        return matcher.matches() ? Optional.of(matcher.group(1) + between + matcher.group(2)) : Optional.empty();
    }

    private static boolean isHttps(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
