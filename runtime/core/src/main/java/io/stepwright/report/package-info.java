/**
 * Reports of runs that have ended: their figures, costs and waterfalls, and the listeners that get
 * them.
 */
@NullMarked
package io.stepwright.report;

import org.jspecify.annotations.NullMarked;
