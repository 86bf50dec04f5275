/**
 * Histories on disk: a compact, versioned, checksummed format, written whole or not at all, and read whole or not at all.
 *
 * <h2>FORMAT, version 1</h2>
 *
 * <pre>
 *   header     8  the magic number 89 47 48 49 53 0D 0A 1A
 *              4  the format's version, 1, big-endian
 *              4  how many windows follow, big-endian
 *              4  CRC-32C of the 16 bytes before
 *   window     4  how many bytes its content has, big-endian
 *              n  the content, see below
 *              4  CRC-32C of the window's number (4 bytes, from 0), of its length and of its content
 *   (the file ends after the last window)
 * </pre>
 *
 * The content of a window can be read without any other window. Everything that a history says again and again stands once in
 * a section, and is named by its position there, counted from 0. A section may refer to the sections before it.
 *
 * <pre>
 *   limits     u  maxActiveSessions
 *              u  maxPendingStateChanges
 *              u  maxOutputBytes
 *   strings    u  how many; then each:  u  how many UTF-16 code units;  u  each code unit
 *   changes    u  how many; then each:  u  1 NeedsInput, 2 Processing, 3 Completed, 4 Error;  string, the session's id;
 *                                       only for Error  string, the message
 *   outputs    u  how many; then each:  u  0, or the number of an earlier output plus 1, from which this one came by appending;
 *                                       u  how many chunks were appended;  string, each of them
 *                 from 0 on, nothing is ever evicted; from another output, as the limit of bytes says
 *   sessions   u  how many; then each:  u  bits 0-1 the state (ACTIVE, WAITING_FOR_INPUT, PROCESSING, COMPLETED), bit 2
 *                                          has a last error, bit 3 has an id, a name, a serial and an instant of creation
 *                                          of its own, bit 4 has statistics of its own; what it has not of its own is that of
 *                                          the session before it
 *                                       with bit 3  string, the id;  string, the name;  u  serial;  z  seconds since
 *                                          1970-01-01T00:00Z;  u  nanoseconds of the second
 *                                       z  version less the version of the session before it (0 before the first)
 *                                       with bit 2  string, the last error
 *                                       with bit 4  u  memoryBytes;  u  cpuMillis
 *                                       u  0, or the number of its output plus 1
 *   operations u  how many; then each:  u  1 createSession, 2 switchSession, 3 closeSession, 4 activeSessionId,
 *                                          5 getSession, 6 listSessions, 7 getWaitingSessions, 8 updateSessionState,
 *                                          9 processStateChanges, 10 saveSession, 11 updateResourceStats, 12 snapshot,
 *                                          13 postStateChange, 14 droppedStateChanges, 15 appendOutput
 *                                       the arguments: string; state as 0 to 3; u memoryBytes, u cpuMillis; change
 *   outcomes   u  how many; then each:  u  0 null, 1 session, 2 string, 3 false, 4 true, 5 number, 6 list, 7 report,
 *                                          8 snapshot, 9 refused
 *                                       1 session;  2 string;  5 z;  6 list;  7 three times: u how many, change, each;
 *                                       8 list, string plus 1 or 0 for none, z outputBytes, z pending, z dropped;
 *                                       9 u cause, string, its message
 *                                       list: u how many; u 0 for null or session plus 1, each
 *                                       cause: 0 InvalidArgument, 1 SessionNotFound, 2 DuplicateSessionId,
 *                                          3 DuplicateSessionName, 4 SessionLimitReached, 5 InvalidStateTransition,
 *                                          6 SaveFailed
 *   start      list; string plus 1 or 0, the active id; u how many, change, each that waits; u droppedStateChanges;
 *              u lastSerial; u lastVersion
 *   calls      z  the instant from which the first call of each caller is counted, in nanoseconds
 *              u  how many runs of calls of one caller; then each:  u  caller;  u  how many calls;  each call:
 *                    operation;  u  0 if it never returned, else outcome plus 1;
 *                    u  nanoseconds from the return of this caller's last call to this one's beginning;
 *                    unless it never returned  u  nanoseconds from there to its return
 *
 *   u  an unsigned number of 64 bits, seven bits in a byte, the lowest first, bit 7 set in all bytes but the last
 *   z  a signed number n as u of (n &lt;&lt; 1) ^ (n &gt;&gt; 63)
 * </pre>
 *
 * Differences of nanoseconds are modulo 2 to the 64. Strings keep unpaired surrogates, which no UTF would allow.
 */
@NullMarked
package io.gauntlet.history.file;

import org.jspecify.annotations.NullMarked;
