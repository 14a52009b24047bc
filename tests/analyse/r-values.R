# Makes r-values.json, the values that the tests compare with: each with the R call that gave it. Base R only.
# Rscript tests/analyse/r-values.R > tests/analyse/r-values.json
first <- TRUE
cat("[\n")
emit <- function(method, args, call) {
  value <- eval(parse(text = call))
  number <- function(x) if (is.infinite(x)) "null" else sprintf("%.17g", x)
  show <- function(x) if (length(x) == 1) number(x) else paste0("[", paste(sapply(x, number), collapse = ", "), "]")
  if (!first) cat(",\n")
  first <<- FALSE
  cat(sprintf('  { "method": "%s", "args": [%s], "call": "%s", "value": %s }', method, paste(sapply(args, show), collapse = ", "), call, show(value)))
}
text <- function(...) sprintf(...)

for (m in c(0.3, 5, 40)) for (k in c(0, 2, 35)) emit("poissonTail", list(k, m), text("ppois(%d, %s, lower.tail = FALSE)", k - 1, m))
for (a in c(0.7, 3, 44)) for (b in c(1, 16.4, 121)) for (x in c("1/2", "1/6")) emit("betaCdf", list(eval(parse(text = x)), a, b), text("pbeta(%s, %s, %s)", x, a, b))
for (a in c(1, 3, 40)) for (b in c(1, 8, 120)) for (p in c(0.025, 0.5, 0.975)) emit("betaQuantile", list(p, a, b), text("qbeta(%s, %d, %d)", p, a, b))
for (f in c(1, 4, 8, 12, 16, 35)) emit("chiSquareUpper", list(0.05, f), text("qchisq(0.05, %d, lower.tail = FALSE)", f))
for (p in c(0.025, 0.9, 0.975)) emit("normalQuantile", list(p), text("qnorm(%s)", p))
for (x in c("-3.7", "-1.2", "0.4")) emit("normalCdf", list(as.numeric(x)), text("pnorm(%s)", x))
for (m in c(0.2, 3.5, 40)) for (size in c(0.5, 6.5, 300)) {
  for (k in c(0, 3, 45)) emit("negativeBinomialCdf", list(k, m, size), text("pnbinom(%d, size = %s, mu = %s)", k, size, m))
}

# one method for p and interval: the p of poisson.test's two one-sided tests, its two-sided interval (after / before)
for (case in list(c(0, 5, 1), c(16, 25, 1), c(7, 7, 1), c(12, 0, 1), c(30, 20, 3), c(51, 22, 5), c(0, 4, 4), c(120, 61, 2), c(237, 208, 1), c(900, 250, 5))) {
  test <- function(rest) text("poisson.test(c(%d, %d), c(1, %d)%s)", case[2], case[1], case[3], rest)
  emit("p", as.list(case), text("min(1, 2 * %s$p.value, 2 * %s$p.value)", test(", alternative = 'less'"), test(", alternative = 'greater'")))
  emit("ratio", as.list(case), text("as.vector(%s$conf.int)", test("")))
}

# facts in series: phi facts are counted for one
dispersion <- function(y, n) {
  g <- matrix(y, nrow = n); m <- colMeans(g); S <- colSums(sweep(g, 2, m)^2); M <- sum((n - 1) * m)
  f <- max(1, (sum(S) + 150) / (M + 100))
  for (i in 1:12) f <- max(1, (sum(pmin(S, m * f * qchisq(.99, n - 1))) + 150) / (M + 100))
  f
}
low <- function(x, k, y, phi) if (x == 0) 1 else pbeta(1 / (1 + k), y / phi + 1, x / phi, lower.tail = FALSE)
up <- function(x, k, y, phi) if (y == 0) 1 else pbeta(1 / (1 + k), y / phi, x / phi + 1)
inSeries <- function(x, y, k, phi) min(1, 2 * low(x, k, y, phi), 2 * up(x, k, y, phi))
chance <- function(t, n, k, phi) {
  lo <- sapply(0:n, function(y) low(n - y, k, y, phi)); u <- sapply(0:n, function(y) up(n - y, k, y, phi)); tol <- t * (1 + 1e-9)
  min(1, max(0, lo[2 * lo <= tol]) + max(0, u[2 * u <= tol]))
}
together <- function(x, y, k, phi) {
  p <- mapply(inSeries, x, y, MoreArgs = list(k = k, phi = phi)); o <- order(p); a <- numeric(length(p)); least <- 0
  for (i in seq_along(o)) {
    least <- max(least, p[o[i]], min(1, sum(sapply(o[i:length(o)], function(j) if (p[o[i]] >= 1) 1 else chance(p[o[i]], x[j] + y[j], k, phi)))))
    a[o[i]] <- least
  }
  a
}
vector <- function(v) sprintf("c(%s)", paste(v, collapse = ", "))
for (case in list(list(c(5, 17, 9, 4, 1, 10, 10, 22, 8, 6, 3, 19), 3), list(c(0, 1, 2, 0, 0, 0, 3, 1, 0, 0), 5), list(c(40, 80, 20, 25, 31, 30), 2), list(c(10, 10, 60, 9, 12, 8, 7, 9, 11), 3)))
  emit("dispersion", case, text("dispersion(%s, %d)", vector(case[[1]]), case[[2]]))
for (case in list(c(24, 26, 4), c(66, 2, 4), c(154, 62, 4), c(16, 25, 1), c(0, 6, 3), c(5, 0, 3), c(900, 250, 5))) for (phi in c(1.3, 1.6, 2.7))
  emit("p", c(as.list(case), list(phi)), text("inSeries(%d, %d, %d, %s)", case[1], case[2], case[3], phi))
for (case in list(c(24, 26, 4), c(66, 2, 4), c(154, 62, 4), c(16, 25, 1))) for (phi in c(1.3, 2.7))
  emit("ratio", c(as.list(case), list(phi)), text("{ o <- function(s) s / (1 - s) * %d; c(o(qbeta(.025, %d / %s, %d / %s + 1)), o(qbeta(.975, %d / %s + 1, %d / %s))) }", case[3], case[2], phi, case[1], phi, case[2], phi, case[1], phi))
for (n in c(1, 5, 50, 216)) for (phi in c(1, 1.6)) for (t in c(.05, .0004))
  emit("chance", list(t, n, 4, phi), text("chance(%s, %d, 4, %s)", t, n, phi))
for (phi in c(1, 1.4)) {
  x <- c(24, 66, 1, 0, 51, 9, 30, 154); y <- c(26, 2, 0, 0, 19, 4, 12, 62)
  emit("together", list(x, y, 4, phi), text("together(%s, %s, 4, %s)", vector(x), vector(y), phi))
}

# the moderated phi of one line: around its mean, or along its own line of least squares
lineDispersion <- function(y, town, along) {
  S <- if (along) sum(residuals(lm(y ~ seq_along(y)))^2) else sum((y - mean(y))^2)
  max(town, (S + town * 300) / ((length(y) - 1 - along) * mean(y) + 300))
}
for (case in list(list(c(60, 80, 41, 66), 1.4), list(c(2, 9, 1, 4, 6), 2.1), list(c(50, 51, 49), 1.7), list(c(150, 20, 310, 90), 1.2))) for (along in 0:1)
  emit("lineDispersion", c(case, list(along)), text("lineDispersion(%s, %s, %d)", vector(case[[1]]), case[[2]], along))
along <- function(y, n) {
  g <- matrix(y, nrow = n); m <- colMeans(g); S <- apply(g, 2, function(v) sum(residuals(lm(v ~ seq_along(v)))^2)); M <- sum((n - 2) * m)
  f <- max(1, (sum(S) + 150) / (M + 100))
  for (i in 1:12) f <- max(1, (sum(pmin(S, m * f * qchisq(.99, n - 2))) + 150) / (M + 100))
  f
}
for (case in list(list(c(60, 80, 41, 66, 20, 32, 38, 52), 4), list(c(2, 9, 1, 4, 6), 5), list(c(150, 90, 149, 30, 60, 90), 3))) emit("along", case, text("along(%s, %d)", vector(case[[1]]), case[[2]]))
# the ordinary counts: those whose p is above a threshold
ordinary <- function(x, k, phi, t) { y <- which(sapply(0:400, function(y) inSeries(x, y, k, phi)) > t) - 1; range(y) }
for (case in list(c(40, 4), c(0, 3), c(5, 5), c(154, 4), c(20, 1))) for (phi in c(1, 1.6)) for (t in c(.01, .0006))
  emit("ordinary", c(as.list(case), list(phi, t)), text("ordinary(%d, %d, %s, %s)", case[1], case[2], phi, t))
# an interval that is shown because its line was chosen, 3 of 20 lines: the level is 1 - 0.05 * 3 / 20
for (case in list(c(24, 26, 4), c(66, 2, 4), c(0, 6, 3))) for (phi in c(1.3, 2.7))
  emit("chosenRatio", c(as.list(case), list(phi, 0.15)), text("{ o <- function(s) s / (1 - s) * %d; a <- .05 * .15 / 2; c(%s, %s) }", case[3],
    text("o(qbeta(a, %d / %s, %d / %s + 1))", case[2], phi, case[1], phi), if (case[1] == 0) "Inf" else text("o(qbeta(1 - a, %d / %s + 1, %d / %s))", case[2], phi, case[1], phi)))

# a trend, a step, or a level that changed: glm with an effect for each season. The best step leaves a year before it and three quarters after; it leads
# by 2.5 of log-likelihood over phi, the trend by 1, or neither is told as such. p: 0.7 of the error is the trend's. Then the quarters in which the step may
# have come (2.5 under the best), and the level that the course gives for the next quarter, with the facts that would give it as surely.
shape <- function(y, first, phi) {
  n <- length(y); seasons <- (0:n + first - 1) %% 4; q <- factor(seasons[1:n])
  fit <- function(x) {
    m <- glm(y ~ x + q, family = poisson, epsilon = 1e-15, maxit = 200)
    x2 <- sum(residuals(m, "pearson")^2); df <- m$df.residual
    s <- sqrt(vcov(m)["x", "x"]) * sqrt(max(phi, if (x2 > qchisq(0.95, df)) x2 / df else 1)); b <- coef(m)[["x"]]
    list(b = b, s = s, p = 2 * pnorm(-abs(b) / s), fit = as.numeric(logLik(m)) / phi)
  }
  times <- 0:n; years <- (times - mean(0:(n - 1))) / 4
  after <- function(start) as.numeric(times >= start)
  starts <- 4:(n - 3)
  trend <- fit(years[1:n]); steps <- lapply(starts, function(k) fit(after(k)[1:n]))
  fits <- sapply(steps, function(f) f$fit); best <- which.max(fits); step <- steps[[best]]
  lead <- trend$fit - step$fit
  kind <- if (lead > 1) 0 else if (lead < -2.5) 1 else 2
  told <- if (kind == 0) trend else step
  likely <- starts[fits >= step$fit - 2.5]
  isUsual <- kind == 0 || n + 1 - max(likely) >= 5
  x <- if (kind == 0) years else after(starts[best])
  own <- which(seasons[1:n] == seasons[n + 1]); growth <- exp(told$b * (x[own] - x[n + 1]))
  facts <- sum(y[own]); middle <- sum(x[own] * growth) / sum(growth)
  variance <- phi / facts + ((x[n + 1] - middle) * told$s)^2
  c(kind, if (kind == 1) starts[best] else 0, if (kind == 1 && isUsual) range(likely) else c(-1, -1), expm1(told$b), expm1(told$b - qnorm(0.975) * told$s),
    expm1(told$b + qnorm(0.975) * told$s), min(1, trend$p / 0.7, step$p * length(starts) / 0.3), isUsual, facts / sum(growth), max(1, round(phi / variance)))
}
for (case in list(
  list(c(3, 5, 2, 8, 4, 6, 1, 9, 5, 7, 3, 10, 4, 8, 2, 9), 1, 1),
  list(c(12, 9, 15, 11, 14, 8, 19, 13, 10, 12, 17, 9, 16, 11, 20, 14), 3, 1.4),
  list(c(24, 22, 25, 23, 26, 24, 22, 25, 7, 6, 8, 7, 5, 8, 7, 6), 1, 1.3),
  list(c(40, 12, 33, 71, 20, 45, 18, 60, 30, 9, 55, 80, 21, 40, 15, 66), 4, 1),
  list(c(14, 12, 15, 13, 16, 14, 12, 15, 13, 14, 12, 15, 13, 31, 35, 29), 2, 1),
  list(c(100, 98, 91, 90, 82, 85, 77, 70, 71, 60, 66, 58, 50, 49, 55, 41, 40, 36, 41, 33), 1, 1.8)))
  emit("shape", case, text("shape(c(%s), %d, %s)", paste(case[[1]], collapse = ", "), case[[2]], case[[3]]))
# a rate that is compared with others: counts over phi, 95 % for all the lines together
for (case in list(c(10, .05, 1), c(0, .05 / 8, 1.6), c(37, .05 / 8, 1.6), c(216, .05 / 3, 2.2)))
  emit("garwood", as.list(case), text("{ a <- %s; %s * c(%s, qchisq(1 - a / 2, 2 * %d / %s + 2)) / 2 }", format(case[2], digits = 17), case[3],
    if (case[1] == 0) "0" else text("qchisq(a / 2, 2 * %d / %s)", case[1], case[3]), case[1], case[3]))
cat("\n]\n")
