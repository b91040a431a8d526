package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is not Redis. */
class StrangerTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  private ServerSocket listener;
  private volatile byte[] answer = new byte[0];

  @BeforeEach
  void listen() throws Exception {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "stranger");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws Exception {
    listener.close();
  }

  /** Answers each piece of a request with the same bytes. */
  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread thread = new Thread(() -> answer(socket), "stranger-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // The server is closed.
      }
    }
  }

  private void answer(Socket socket) {
    byte[] buffer = new byte[65_536];
    try (socket) {
      while (socket.getInputStream().read(buffer) >= 0) {
        socket.getOutputStream().write(answer);
      }
    } catch (IOException e) {
      // The client has disconnected.
    }
  }

  private String url(String user) {
    return "redis://" + user + "127.0.0.1:" + listener.getLocalPort();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aServerThatQuotesThePasswordDoesNotMakeUsPrintIt() {
    answer =
        bytes(
            "-ERR unknown command `HELLO`, with args beginning with: `3`, `AUTH`, `bob`,"
                + " `topsecret`, \r\n");
    try (CacheStore store = RedisTestCase.open(url("bob:topsecret@"), SHORT)) {
      String failure = RedisTestCase.failure(() -> store.find(PARTITION, "id"));

      assertThat(failure).contains("ERR unknown command").doesNotContain("topsecret", "bob");
    }
  }

  @Test
  void aWebServerIsNoRedis() {
    answer = bytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    try (CacheStore store = RedisTestCase.open(url(""), SHORT)) {
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("127.0.0.1:" + listener.getLocalPort());
    }
  }

  @Test
  void whateverIsAnsweredOnlyTheStoresOwnExceptionIsThrown() {
    Random random = new Random(99);
    String alphabet = "+-:_#,(!?0123456789\r\n\r\n\r\nOKERR{}e";
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      answer = bytes(text + "\r\n");
      try (CacheStore store = RedisTestCase.open(url(""), Duration.ofMillis(5))) {
        assertThat(catchThrowable(() -> store.find(PARTITION, "id")))
            .as(text.toString())
            .isInstanceOf(CacheStoreException.class);
      }
    }
  }

  @Test
  void aDamagedAnswerIsAnEntryOfTheKeyOrNoneOrTheStoresOwnException() throws Exception {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    Random random = new Random(98);
    CacheEntry entry = semantic("id", axis(4, 0));
    try (Logged logged = new Logged();
        RedisServer server = RedisServer.start();
        LoopbackProxy proxy = new LoopbackProxy(server.port())) {
      for (int i = 0; i < 200; i++) {
        try (CacheStore store = RedisTestCase.open(proxy.url(), Duration.ofMillis(50))) {
          Eventually.holds(
              () -> {
                try {
                  store.put(entry);
                  return true;
                } catch (CacheStoreException e) {
                  return false; // The machine is busy.
                }
              });
          proxy.change(answer -> damaged(answer, random));
          tryAll(store, entry);
        } finally {
          proxy.change(answer -> answer);
        }
      }
      // Damage may turn an answer into that of a server without vector sets; no other warning may
      // appear.
      assertThat(logged.messages()).allMatch(message -> message.contains("no vector sets"));
    }
  }

  /**
   * Changes bytes except line ends, since without these the client would read the rest as a length
   * of gigabytes.
   */
  private static byte[] damaged(byte[] answer, Random random) {
    byte[] damaged = answer.clone();
    int place = random.nextInt(Math.min(20, damaged.length));
    if (damaged[place] >= ' ') {
      damaged[place] = (byte) (32 + random.nextInt(95));
    }
    return damaged;
  }

  private static void tryAll(CacheStore store, CacheEntry entry) {
    List<Callable<List<CacheEntry>>> calls =
        List.of(
            () -> store.nearest(PARTITION, axis(4, 0), 8, 0.9),
            () -> Stream.ofNullable(store.find(PARTITION, "id")).toList(),
            () -> {
              store.put(entry);
              return List.of();
            },
            () -> {
              store.remove(PARTITION, "id");
              return List.of();
            });
    for (Callable<List<CacheEntry>> call : calls) {
      try {
        assertThat(call.call()).allMatch(found -> found.id().equals("id"));
      } catch (Exception e) {
        assertThat(e).isInstanceOf(CacheStoreException.class);
      }
    }
  }
}
