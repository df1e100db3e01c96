/* library/fairlead.h: the public interface of libfairlead-1 */
#pragma once
#include <fairlead/base.h>
#include <fairlead/case.h>
#include <fairlead/diff.h>
#include <fairlead/entity.h>
#include <fairlead/enums.h>
#include <fairlead/gaps.h>
#include <fairlead/network.h>
#include <fairlead/ownership.h>
#include <fairlead/path.h>
#include <fairlead/ranking.h>
#include <fairlead/result.h>
#include <fairlead/screen.h>
#include <fairlead/supply.h>
#include <fairlead/table.h>
#include <fairlead/values.h>
#include <fairlead/vessel.h>
