package io.stepwright.redis;

import java.util.Collection;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.SafeEncoder;

/**
 * The commands that are sent. They use only what Redis 8.0 has, and send vectors as bytes, where
 * the client's own methods send hundreds of decimal numbers. Expiry is sent as the time that is
 * left, because the server's clock may differ.
 */
final class Commands {

  /**
   * The number of candidates that a search keeps while it traverses the graph (EF). Measured with
   * 100,000 vectors of 384 numbers, looking for one with a cosine between 0.85 and 0.98: for
   * vectors near a space of 40 dimensions, 32 always finds it; for random vectors, 64 finds it in
   * 88 of 100 cases, 100 in 95, 200 in 99. The time is proportional to the number.
   */
  static final int SEARCH_EFFORT = 100;

  /**
   * Replaces a value that begins with the expected header, or a missing one if that is empty.
   * Headers have a fixed length.
   */
  private static final String REPLACE_IF_BEGINS =
      "if redis.call('GETRANGE', KEYS[1], 0, ARGV[2]) ~= ARGV[1] then return 0 end"
          + " redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4]) return 1";

  private Commands() {}

  /** Returns the command's name, for messages. */
  static String name(CommandArguments command) {
    return SafeEncoder.encode(command.getCommand().getRaw());
  }

  /** Returns the beginning of a value, or an empty text if there is none. */
  static CommandArguments getAtMost(String key, int bytes) {
    return of(Command.GETRANGE).add(key).add(0).add(bytes - 1);
  }

  static CommandArguments exists(String key) {
    return of(Command.EXISTS).add(key);
  }

  static CommandArguments set(String key, byte[] value, long millis) {
    return of(Command.SET).add(key).add(value).add("PX").add(millis);
  }

  static CommandArguments setIfAbsent(String key, String value, long millis) {
    return of(Command.SET).add(key).add(value).add("NX").add("PX").add(millis);
  }

  static CommandArguments watch(String key) {
    return of(Command.WATCH).add(key);
  }

  static CommandArguments unwatch() {
    return of(Command.UNWATCH);
  }

  static CommandArguments begin() {
    return of(Command.MULTI);
  }

  static CommandArguments commit() {
    return of(Command.EXEC);
  }

  static CommandArguments unlink(Collection<String> keys) {
    return of(Command.UNLINK).addObjects(keys);
  }

  /** Replaces a value in one step; replies 0 if its header is not the expected one. */
  static CommandArguments replaceIfBegins(
      String key, byte[] header, int headerLength, byte[] value, long millis) {
    return of(Command.EVAL)
        .add(REPLACE_IF_BEGINS)
        .add(1)
        .add(key)
        .add(header)
        .add(headerLength - 1)
        .add(value)
        .add(millis);
  }

  /** Sets the expiry of a key. */
  static CommandArguments expire(String key, long millis) {
    return of(Command.PEXPIRE).add(key).add(millis);
  }

  /** Sets the expiry of a key that has none. */
  static CommandArguments expireIfNever(String key, long millis) {
    return of(Command.PEXPIRE).add(key).add(millis).add("NX");
  }

  /**
   * Extends the expiry of a key, and never shortens it. A key without one counts as never expiring.
   */
  static CommandArguments expireLater(String key, long millis) {
    return of(Command.PEXPIRE).add(key).add(millis).add("GT");
  }

  static CommandArguments scan(String cursor, String pattern, int count) {
    return of(Command.SCAN).add(cursor).add("MATCH").add(pattern).add("COUNT").add(count);
  }

  static CommandArguments sortedSetPut(String key, long score, String member) {
    return of(Command.ZADD).add(key).add("GT").add(score).add(member);
  }

  static CommandArguments sortedSetTrim(String key, long below) {
    return of(Command.ZREMRANGEBYSCORE).add(key).add("-inf").add("(" + below);
  }

  static CommandArguments sortedSetScan(String key, String cursor, int count) {
    return of(Command.ZSCAN).add(key).add(cursor).add("COUNT").add(count);
  }

  static CommandArguments commandInfo(String command) {
    return of(Command.COMMAND).add("INFO").add(command);
  }

  static CommandArguments vectorPut(String key, String id, float[] vector) {
    return of(Command.VADD).add(key).add("FP32").add(VectorBytes.of(vector)).add(id).add("Q8");
  }

  static CommandArguments vectorsNear(String key, float[] vector, int count) {
    return of(Command.VSIM)
        .add(key)
        .add("FP32")
        .add(VectorBytes.of(vector))
        .add("WITHSCORES")
        .add("COUNT")
        .add(count)
        .add("EF")
        .add(Math.max(count, SEARCH_EFFORT));
  }

  static CommandArguments vectorRemove(String key, String id) {
    return of(Command.VREM).add(key).add(id);
  }

  static CommandArguments vectorsAtRandom(String key, int count) {
    return of(Command.VRANDMEMBER).add(key).add(count);
  }

  private static CommandArguments of(Command command) {
    return new CommandArguments(command);
  }
}
