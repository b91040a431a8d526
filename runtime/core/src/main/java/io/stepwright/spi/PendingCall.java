package io.stepwright.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool that waits for an approval. The model chose some of its arguments, so nothing of
 * it is to be trusted. Immutable.
 *
 * @param id the identifier of the call, unique across processes
 * @param run the run
 * @param step the name of the step whose model asks for the call
 * @param tool the name of the tool
 * @param question the question for the person who decides, with arguments that the model chose
 * @param arguments all arguments as canonical JSON: those that the model chose and those that code
 *     has bound, with sorted names
 * @param sha256 the SHA-256 of the arguments in UTF-8, in hexadecimal digits
 * @param expires the time at which the call is given up, by the system clock; null if its run has
 *     no deadline
 */
public record PendingCall(
    String id,
    RunEvent.RunKey run,
    String step,
    String tool,
    String question,
    String arguments,
    String sha256,
    @Nullable Instant expires) {

  /** Makes a pending call with the digest of its arguments. */
  public PendingCall(
      String id,
      RunEvent.RunKey run,
      String step,
      String tool,
      String question,
      String arguments,
      @Nullable Instant expires) {
    this(id, run, step, tool, question, arguments, sha256(arguments), expires);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Omits the question and the arguments, which may be personal. */
  @Override
  public String toString() {
    return "PendingCall[" + run.agent() + "." + step + ", tool=" + tool + ", id=" + id + "]";
  }
}
