package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a store of conversations. Immutable.
 *
 * @param url {@code stepwright.conversations.<store>.url}, or null
 * @param prefix the prefix of all key names: {@code stepwright.conversations.<store>.prefix}, or
 *     null for the store's own
 * @param timeout the time limit of a request to the store: {@code stepwright.conversations.timeout}
 * @param timeToLive the time after its last use at which a conversation expires: {@code
 *     stepwright.conversations.ttl}
 * @param secret {@code stepwright.conversations.secret}, or null: with a secret, a store that
 *     others can write to signs conversations and loads only signed ones
 */
public record ConversationStoreSettings(
    @Nullable String url,
    @Nullable String prefix,
    Duration timeout,
    Duration timeToLive,
    @Nullable String secret) {

  /** Leaves out the URL, which may hold a password, and the secret. */
  @Override
  public String toString() {
    return "ConversationStoreSettings[timeout=" + timeout + ", timeToLive=" + timeToLive + "]";
  }
}
