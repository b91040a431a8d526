package io.stepwright.spi;

import java.time.Duration;

/**
 * A server's report on the requests that it still takes for one model. Immutable.
 *
 * @param remaining the number of requests that it takes now
 * @param limit the number that it takes when nothing is used up, 0 if it does not tell
 * @param reset the time from now until nothing is used up any more
 */
public record RateLimit(long remaining, long limit, Duration reset) {}
