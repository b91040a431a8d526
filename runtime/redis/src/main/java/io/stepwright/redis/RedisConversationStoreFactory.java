package io.stepwright.redis;

import com.google.auto.service.AutoService;
import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.ConversationStoreFactory;
import io.stepwright.spi.ConversationStoreSettings;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStoreSettings;

/**
 * Makes stores of conversations on Redis: {@code stepwright.conversations.store=redis}.
 * Thread-safe.
 *
 * <p>{@code stepwright.conversations.redis.url} is the address of the server, in the form that
 * {@link RedisCacheStoreFactory} describes. Redis 7 or newer is needed, not a cluster.
 *
 * <p>With a {@code stepwright.conversations.secret}, conversations are signed, and others are not
 * loaded. All keys begin with {@code stepwright.conversations.redis.prefix}; the default is {@code
 * sw}.
 */
@AutoService(ConversationStoreFactory.class)
public final class RedisConversationStoreFactory implements ConversationStoreFactory {

  /** For {@link java.util.ServiceLoader}. */
  public RedisConversationStoreFactory() {}

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public ConversationStore create(ConversationStoreSettings settings)
      throws ConversationStoreException {
    try {
      RedisUrl url = RedisUrl.parse(settings.url());
      Keys keys =
          Keys.of(
              new CacheStoreSettings(null, settings.timeout(), settings.prefix(), "", null), null);
      PlainTextWarning.check(url, "Conversations", ConversationFailures.SETTINGS);
      ConversationCodec codec = new ConversationCodec(settings.secret());
      return new RedisConversationStore(
          url, settings.timeout(), settings.timeToLive(), keys, codec);
    } catch (CacheConfigurationException e) {
      throw ConversationFailures.of(e);
    }
  }
}
