package io.stepwright.benchmarks.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/** Sends the bare Redis commands of a look-up, without further work on their replies. */
final class BareRedis implements AutoCloseable {

  private static final String START = "sw:{" + Questions.PARTITION + "}:";

  /** The values that the cache uses. */
  private static final int EFFORT = 100;

  private static final int COUNT = 8;

  /** The least score that the cache considers a possible match. */
  private static final double LEAST_SCORE = (1 + Questions.SIMILARITY - 0.02) / 2;

  private final Connection connection;

  BareRedis(int port) {
    connection = new Connection("127.0.0.1", port);
  }

  /** Returns the entry of an id as bytes, or null. */
  Object get(String id) {
    return connection.executeCommand(new CommandArguments(Command.GET).add(START + "e:" + id));
  }

  /** Returns the ids of the nearest entries that are possible matches. */
  List<String> search(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    CommandArguments command =
        new CommandArguments(Command.VSIM)
            .add(START + "v")
            .add("FP32")
            .add(bytes.array())
            .add("WITHSCORES")
            .add("COUNT")
            .add(COUNT)
            .add("EF")
            .add(EFFORT);
    List<Object> flat = new ArrayList<>();
    for (Object element : (List<?>) connection.executeCommand(command)) {
      if (element instanceof Map.Entry<?, ?> pair) {
        flat.add(pair.getKey());
        flat.add(pair.getValue());
      } else {
        flat.add(element);
      }
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      if (score(flat.get(i + 1)) >= LEAST_SCORE) {
        ids.add(text(flat.get(i)));
      }
    }
    return ids;
  }

  /** Returns the entries of some ids as bytes. */
  List<?> load(List<String> ids) {
    return (List<?>)
        connection.executeCommand(
            new CommandArguments(Command.MGET)
                .addObjects(ids.stream().map(id -> START + "e:" + id).toList()));
  }

  private static double score(Object reply) {
    return reply instanceof Number number ? number.doubleValue() : Double.parseDouble(text(reply));
  }

  private static String text(Object reply) {
    return new String((byte[]) reply, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    connection.close();
  }
}
