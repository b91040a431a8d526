package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStoreSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {

  @ParameterizedTest
  @CsvSource({
    "redis://localhost, false, localhost, 6379, , , 0",
    "redis://localhost/, false, localhost, 6379, , , 0",
    "REDISS://cache.example:7000/3, true, cache.example, 7000, , , 3",
    "redis://:secret@h:1, false, h, 1, , secret, 0",
    "redis://bob:secret@h, false, h, 6379, bob, secret, 0",
    "redis://bob:a%40b%3Ac%2Fd+e@h/12, false, h, 6379, bob, a@b:c/d+e, 12",
    "redis://bob:a:b@h, false, h, 6379, bob, a:b, 0",
    "redis://my_redis:6380, false, my_redis, 6380, , , 0",
    "redis://[::1]:6380, false, ::1, 6380, , , 0",
    "redis://%C3%BC:p@10.0.0.7, false, 10.0.0.7, 6379, ü, p, 0",
  })
  void allPartsAreRead(
      String url, boolean tls, String host, int port, String user, String password, int database)
      throws Exception {
    assertThat(RedisUrl.parse(url))
        .isEqualTo(new RedisUrl(tls, host, port, user, password, database));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        "localhost:6379",
        "http://localhost",
        "redis:localhost",
        "redis://",
        "redis://:6379",
        "redis://bob@h",
        "redis://u:topsecret@",
        "redis://u:topsecret@h:0",
        "redis://u:topsecret@h:65536",
        "redis://u:topsecret@h:99999999999",
        "redis://u:topsecret@h:port",
        "redis://u:topsecret@h/db",
        "redis://u:topsecret@h/0/1",
        "redis://u:topsecret@h/-1",
        "redis://u:topsecret@h?protocol=3",
        "redis://u:topsecret@h#x",
        "redis://u:topsecret%zz@h",
        "redis://u:topsecret%4@h",
        "redis://u:top/secret@h",
        "redis://u:topsecret@[::1",
        "redis://u:topsecret@h h",
      })
  void whatIsNoUrlIsRefusedWithoutBeingPrinted(String url) {
    assertThatThrownBy(
            () ->
                new RedisCacheStoreFactory()
                    .create(new CacheStoreSettings(url, Duration.ofMillis(50))))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("stepwright.cache.redis.url")
        .hasMessageContaining("redis://host:port")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LOCALHOST, true",
    "cache.localhost, true",
    "127.0.0.1, true",
    "127.3.2.1, true",
    "[::1], true",
    "[0:0:0:0:0:0:0:1], true",
    "[::2], false",
    "[fe80::1], false",
    "10.0.0.1, false",
    "1, false",
    "127.example, false",
    "redis, false",
    "localhost.example, false",
  })
  void theLoopbackIsKnown(String host, boolean loopback) throws Exception {
    assertThat(RedisUrl.parse("redis://" + host).isLoopback()).isEqualTo(loopback);
  }

  @Test
  void thePasswordIsInNoText() throws Exception {
    RedisUrl url = RedisUrl.parse("rediss://bob:topsecret@[::1]:7/1");

    assertThat(url).hasToString("RedisUrl[[::1]:7]");
    assertThat(new RedisCacheStore(url, Duration.ofSeconds(1), Entries.KEYS, null))
        .hasToString("RedisCacheStore[[::1]:7]");
  }
}
