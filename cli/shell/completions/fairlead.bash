# Completion of fairlead for bash. `fairlead complete` knows the options, values and names; this
# finds the words of the line, and quotes what comes back.

_fairlead ()
{
	local line=${COMP_LINE:0:COMP_POINT} word='' raw='' quote='' begun='' char i
	local -a words=() found=()

	# COMP_WORDS is cut at : and =, which stand within our words
	for ((i = 0; i < ${#line}; i++)); do
		char=${line:i:1}
		if [[ -z $quote && $char == [[:space:]] ]]; then
			[[ -n $word$begun ]] && words+=("$word")
			word='' raw='' begun=''
			continue
		fi
		raw+=$char
		if [[ -n $quote && $char == "$quote" ]]; then
			quote=''
		elif [[ -z $quote && ($char == \" || $char == \') ]]; then
			quote=$char begun=1
		elif [[ $quote != \' && $char == \\ ]]; then
			((++i))
			char=${line:i:1}
			word+=$char raw+=$char
		else
			word+=$char
		fi
	done
	words+=("$word")

	COMPREPLY=()
	mapfile -t found < <(command "${words[0]}" complete "${words[@]:1}" 2>/dev/null)

	# Readline replaces only what stands behind the last : or =
	local kept='' one rest
	[[ $raw == *[:=]* ]] && kept=${raw%"${raw##*[:=]}"}
	for one in "${found[@]}"; do
		if [[ $one == :files ]]; then
			rest=$word
			[[ $word == --*=* ]] && rest=${word#*=}
			# Readline quotes names of files itself, and would quote the others again
			((${#COMPREPLY[@]})) || compopt -o filenames 2>/dev/null
			mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$rest")
			continue
		fi
		one=${one%%$'\t'*}
		[[ -z $quote ]] && printf -v one %q "$one"
		one=${one#"$kept"}
		[[ $one == *[:=] ]] && compopt -o nospace 2>/dev/null
		COMPREPLY+=("$one")
	done
}

complete -F _fairlead fairlead
