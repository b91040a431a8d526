package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import io.stepwright.spi.cache.CacheStoreSettings;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A test class with a server of its own, which is empty before each test, and a store. */
abstract class RedisTestCase {

  /** Long enough for a busy machine; no test waits until it has passed. */
  static final Duration PATIENT = Duration.ofSeconds(10);

  static RedisServer server;

  CacheStore store;

  @BeforeAll
  static void startServer() {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    server = RedisServer.start();
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void openStore() {
    assertThat(server.command("FLUSHALL")).isEqualTo("OK");
    store = open(server.url(), PATIENT);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static CacheStore open(String url, Duration timeout) {
    try {
      return new RedisCacheStoreFactory().create(new CacheStoreSettings(url, timeout));
    } catch (CacheConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Returns the message of a failure of the store, with its causes and suppressed exceptions. */
  static String failure(ThrowingCallable call) {
    StringBuilder messages = new StringBuilder();
    Throwable failure = catchThrowable(call);
    assertThat(failure).isInstanceOf(CacheStoreException.class);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      messages.append(cause).append('\n');
    }
    return messages.toString();
  }
}
