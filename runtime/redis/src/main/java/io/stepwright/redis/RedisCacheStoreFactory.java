package io.stepwright.redis;

import com.google.auto.service.AutoService;
import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreFactory;
import io.stepwright.spi.CacheStoreSettings;

/**
 * Makes stores on Redis: {@code stepwright.cache.store=redis}. Thread-safe.
 *
 * <p>{@code stepwright.cache.redis.url} says where the server is: {@code
 * redis://[[user]:password@]host[:port][/database]}, or {@code rediss://…} for TLS, which trusts
 * what the JVM trusts and checks the host's name. What is special in a user or a password is
 * percent-encoded.
 *
 * <p>With a {@code stepwright.cache.secret} entries are signed, and none is served that is not. All
 * keys begin with {@code stepwright.cache.redis.prefix}, {@code sw} unless set.
 *
 * <p>Redis 8 or newer finds entries by meaning. On an older one, or a server that is only like it,
 * the store says so once and finds entries by their exact key. Clusters are not supported.
 */
@AutoService(CacheStoreFactory.class)
public final class RedisCacheStoreFactory implements CacheStoreFactory {

  /** For {@link java.util.ServiceLoader}. */
  public RedisCacheStoreFactory() {}

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public CacheStore create(CacheStoreSettings settings) throws CacheConfigurationException {
    RedisUrl url = RedisUrl.parse(settings.url());
    PlainTextWarning.check(url);
    Seal seal = settings.secret() == null ? null : new Seal(settings.secret());
    return new RedisCacheStore(url, settings.timeout(), Keys.of(settings, seal), seal);
  }
}
