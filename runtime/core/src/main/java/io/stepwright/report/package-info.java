/** Reports of runs that have ended: their figures, costs and waterfalls, and who can be told. */
@NullMarked
package io.stepwright.report;

import org.jspecify.annotations.NullMarked;
