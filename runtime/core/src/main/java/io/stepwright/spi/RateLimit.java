package io.stepwright.spi;

import java.time.Duration;

/**
 * What a server says about the requests it still takes for one model. Immutable.
 *
 * @param remaining how many more requests it takes now
 * @param limit how many it takes when nothing is used up, 0 if it does not say
 * @param reset how long it takes from now until nothing is used up any more
 */
public record RateLimit(long remaining, long limit, Duration reset) {}
