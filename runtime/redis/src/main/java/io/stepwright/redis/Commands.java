package io.stepwright.redis;

import java.util.Collection;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.SafeEncoder;

/**
 * The commands that are sent, word by word: only what Redis 8.0 has, and vectors as bytes, which
 * the client's own methods send as hundreds of decimal numbers. When something expires is said as
 * the time that is left: the clock of the server may be another one.
 */
final class Commands {

  /**
   * How many candidates a search keeps while it goes through the graph. Measured with 100,000
   * vectors of 384 numbers, looking for one whose cosine is between 0.85 and 0.98: if the vectors
   * are near a space of 40 dimensions, 32 already finds it always; if they lie anywhere, 64 finds
   * it in 88 of 100 cases, 100 in 95, 200 in 99, and the time grows as the number does.
   */
  static final int SEARCH_EFFORT = 100;

  private Commands() {}

  /** The command's name, for messages. */
  static String name(CommandArguments command) {
    return SafeEncoder.encode(command.getCommand().getRaw());
  }

  /** The beginning of a value, and the empty text if there is none. */
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

  /** Gives a key that has no expiry one. */
  static CommandArguments expireIfNever(String key, long millis) {
    return of(Command.PEXPIRE).add(key).add(millis).add("NX");
  }

  /** Moves an expiry away, never nearer. A key without one counts as never expiring. */
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
