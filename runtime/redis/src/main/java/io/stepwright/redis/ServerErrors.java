package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Interprets error replies of the server. */
final class ServerErrors {

  private static final int LONGEST = 120;
  private static final Set<String> OF_ANOTHER = Set.of("READONLY", "LOADING", "MASTERDOWN");
  private static final Set<String> LASTING =
      Set.of("NOAUTH", "WRONGPASS", "NOPERM", "DENIED", "MOVED", "ASK", "CROSSSLOT");

  private ServerErrors() {}

  /** Makes the exception for an error reply. */
  static CacheStoreException exception(String address, String command, JedisDataException error) {
    String message =
        "Redis at "
            + address
            + " refused "
            + command
            + ": "
            + withoutQuotes(error)
            + "."
            + advice(code(error));
    // Not as the cause: the server may quote data.
    return isLasting(error)
        ? CacheStoreException.lasting(message, null)
        : new CacheStoreException(message, null);
  }

  /** Tells whether a server reports that it is not, or not yet, the one to ask. */
  static boolean isOfAnotherServer(JedisDataException error) {
    return OF_ANOTHER.contains(code(error));
  }

  private static boolean isLasting(JedisDataException error) {
    return LASTING.contains(code(error)) || text(error).startsWith("ERR AUTH ");
  }

  static boolean isWrongType(@Nullable Object reply) {
    return reply instanceof JedisDataException error && code(error).equals("WRONGTYPE");
  }

  static boolean isUnknownCommand(Object reply) {
    return reply instanceof JedisDataException error
        && text(error).regionMatches(true, 0, "ERR unknown command", 0, 19);
  }

  private static String advice(String code) {
    return switch (code) {
      case "OOM" ->
          " Its memory is full: raise maxmemory, or set maxmemory-policy to one that evicts keys.";
      case "LOADING" -> " It has just started and is still loading its data.";
      case "READONLY" -> " It is a replica: connect to the server that accepts writes.";
      case "MASTERDOWN" -> " It is a replica that has lost its master.";
      case "DENIED" ->
          " It accepts connections from its own machine only: set a password on the server.";
      case "MISCONF" -> " It cannot save its data to disk, and so accepts no writes.";
      case "NOAUTH", "WRONGPASS" -> " Check user and password in stepwright.cache.redis.url.";
      case "NOPERM" ->
          " Allow the user of stepwright.cache.redis.url this command, and keys that begin with"
              + " stepwright.cache.redis.prefix, which is sw unless set.";
      case "MOVED", "ASK", "CROSSSLOT", "CLUSTERDOWN" ->
          " Clusters are not supported: connect to a server that holds all keys.";
      case "WRONGTYPE" ->
          " A key that begins with stepwright.cache.redis.prefix holds a value that Stepwright"
              + " did not write: delete the key.";
      default -> "";
    };
  }

  /** Returns the first word, which is the kind of the error. */
  private static String code(JedisDataException error) {
    String text = text(error);
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Returns the message up to the first quotation, which may be a key, a text or a user name. */
  private static String withoutQuotes(JedisDataException error) {
    String text = text(error);
    int end = 0;
    while (end < text.length() && end < LONGEST && "'\"`\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    text = text.substring(0, end).strip();
    return text.startsWith("NOPERM") ? "NOPERM" : text.replaceFirst("[,.:]+$", "");
  }

  private static String text(JedisDataException error) {
    String message = error.getMessage();
    return message == null ? "" : message;
  }
}
