# Completion of fairlead for fish. `fairlead complete` knows the options, values and names.

function __fairlead_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (command $words[1] complete $words[2..-1] (string unescape -- $current; or echo -- $current) 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (string replace -r -- '^--[^=]*=' '' $current)
        else
            echo $line
        end
    end
end

complete -c fairlead -f -a '(__fairlead_complete)'
