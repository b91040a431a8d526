package io.stepwright.benchmarks.server;

import io.stepwright.benchmarks.flow.Question;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 connection with sequential requests. Confined to one thread. */
final class Connection {

  private static final int FIRST_SIZE = 2_048;
  private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

  private final SocketChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocate(FIRST_SIZE);
  private boolean typed;

  Connection(SocketChannel channel) {
    this.channel = channel;
  }

  /** Reads the available bytes; returns the question of a request that is now complete, or null. */
  @Nullable Question read() {
    try {
      if (!buffer.hasRemaining()) {
        buffer.flip();
        buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer);
      }
      if (channel.read(buffer) < 0) {
        close();
        return null;
      }
      return next();
    } catch (IOException e) {
      close();
      return null;
    }
  }

  /** Returns the question of the next complete request, or null. */
  @Nullable Question next() {
    int headers = endOfHeaders();
    if (headers < 0) {
      return null;
    }
    String head = text(0, headers).toLowerCase(java.util.Locale.ROOT);
    int end = headers + length(head);
    if (buffer.position() < end) {
      return null;
    }
    String body = text(headers, end - headers);
    buffer.flip().position(end);
    buffer.compact();
    typed = body.contains("json_schema");
    return Question.in(body);
  }

  private static int length(String head) {
    int name = head.indexOf("\r\ncontent-length:");
    if (name < 0) {
      throw new IllegalStateException("This server reads bodies of a known length only.");
    }
    int start = name + "\r\ncontent-length:".length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)).strip());
  }

  private int endOfHeaders() {
    byte[] bytes = buffer.array();
    for (int i = 3; i < buffer.position(); i++) {
      if (bytes[i] == '\n'
          && Arrays.equals(bytes, i - 3, i + 1, END_OF_HEADERS, 0, END_OF_HEADERS.length)) {
        return i + 1;
      }
    }
    return -1;
  }

  private String text(int start, int length) {
    return new String(buffer.array(), start, length, StandardCharsets.ISO_8859_1);
  }

  /** Sends the value as the answer, wrapped in an object if the request had a schema. */
  void answer(Question question) {
    String content = Integer.toString(question.answer());
    content = typed ? "{\\\"value\\\": " + content + "}" : content;
    String body =
        """
        {"id": "held", "object": "chat.completion", "created": 0, "model": "model", "choices": [{"index": 0, \
        "finish_reason": "stop", "message": {"role": "assistant", "content": "%s"}}], \
        "usage": {"prompt_tokens": 10, "completion_tokens": 1, "total_tokens": 11}}"""
            .formatted(content);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    ByteBuffer bytes = ByteBuffer.wrap((head + body).getBytes(StandardCharsets.ISO_8859_1));
    try {
      // The answer is far smaller than the send buffer of the socket, so this loop hardly spins.
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      close();
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.err.println("The model server could not close a connection: " + e.getMessage());
    }
  }
}
