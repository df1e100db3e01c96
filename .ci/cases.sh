# cases.sh: cases of TAP that are commands; to be sourced.
#
# $suite names them, $plan is how many there are, and $work has the log of each.
number=0

# Prints a case: ok or not ok, its name, and what is in the log where it failed
report_case () {
	number=$((number + 1))
	echo "$1 $number - /$suite/$2"
	echo "# after $SECONDS seconds"
	[ "$1" = ok ] || tail -n 60 "$work/$2.log" | sed 's/^/# /'
}

# name command...: a case that passes if the command does
run_case () {
	local name=$1
	shift
	if "$@" >"$work/$name.log" 2>&1 </dev/null; then
		report_case ok "$name"
	else
		report_case 'not ok' "$name"
		return 1
	fi
}

# Skips what is left, and ends
skip_rest () {
	while [ $number -lt $plan ]; do
		number=$((number + 1))
		echo "ok $number - /$suite/case-$number # SKIP $*"
	done
	exit 0
}

fail_rest () {
	while [ $number -lt $plan ]; do
		number=$((number + 1))
		echo "not ok $number - /$suite/case-$number"
		echo "# $*"
	done
	exit 1
}
