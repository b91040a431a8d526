package io.stepwright.redis;

import com.google.auto.service.AutoService;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreFactory;
import io.stepwright.spi.cache.CacheStoreSettings;

/**
 * Makes stores on Redis: {@code stepwright.cache.store=redis}. Thread-safe.
 *
 * <p>{@code stepwright.cache.redis.url} is the address of the server: {@code
 * redis://[[user]:password@]host[:port][/database]}, or {@code rediss://…} for TLS, which uses the
 * JVM's trust store and checks the host name. Special characters in a user or a password are
 * percent-encoded.
 *
 * <p>With a {@code stepwright.cache.secret}, entries are signed, and unsigned ones are not served.
 * All keys begin with {@code stepwright.cache.redis.prefix}; the default is {@code sw}.
 *
 * <p>Redis 8 or newer finds entries by meaning. On an older version or a merely compatible server,
 * the store logs that once and finds entries by their exact key. Clusters are not supported.
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
    PlainTextWarning.check(url, "Answers and questions", PlainTextWarning.CACHE_SETTINGS);
    EntrySigner signer = settings.secret() == null ? null : new EntrySigner(settings.secret());
    return new RedisCacheStore(url, settings.timeout(), Keys.of(settings, signer), signer);
  }
}
