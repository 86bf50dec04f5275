package io.gauntlet.coordinator.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The names of the files in a store's folder.
 *
 * <p>A session's file is named by a digest of its id, so no id can leave the folder, hit a device name, be too long, or
 * fall together with another one where names ignore case. The digest is of UTF-16 code units: UTF-8 has no form for an
 * unpaired surrogate, Java would write {@code ?} for each, and such ids would share a file.
 */
final class FileNames {

    static final String LOCK = "store.lock";

    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{64}\\.session");
    private static final Pattern TEMPORARY = Pattern.compile("session-[0-9a-f-]{36}-[0-9]+\\.tmp");

    private FileNames() {}

    static String session(String id) {
        ByteBuffer codeUnits = ByteBuffer.allocate(2 * id.length());
        codeUnits.asCharBuffer().put(id);
        return HexFormat.of().formatHex(sha256().digest(codeUnits.array())) + ".session";
    }

    static boolean isSession(String fileName) {
        return SESSION.matcher(fileName).matches();
    }

    static String temporary(UUID life, long number) {
        return "session-" + life + "-" + number + ".tmp";
    }

    static boolean isTemporary(String fileName) {
        return TEMPORARY.matcher(fileName).matches();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has to know SHA-256; this one does not", e);
        }
    }
}
