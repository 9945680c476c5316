/**
 * The whole program as a process of its own, as a user gets it: started, watched, ended, started again. The build plays
 * the same run on the packaged programs.
 */
@NullMarked
package dev.tradewind.smoke;

import org.jspecify.annotations.NullMarked;
