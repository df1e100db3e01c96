/* library/table/result-class.h: the classes of results, which are all made alike */
#pragma once
#include <fairlead/result.h>
G_BEGIN_DECLS

/**
 * DEFINE_RESULT:
 * @Name: of the type
 * @name: of its functions
 *
 * Defines a final class that is a list and a result, of what its file has: get_item_type(),
 * get_n_items() and get_item(); dup_table() and write_out(); and, below, name_init() and
 * name_finalize().
 */
#define DEFINE_RESULT(Name, name)                                               \
	static void name##_finalize (GObject *object);                          \
                                                                                \
	static void init_list (GListModelInterface *interface)                  \
	{                                                                       \
		interface->get_item_type = get_item_type;                       \
		interface->get_n_items = get_n_items;                           \
		interface->get_item = get_item;                                 \
	}                                                                       \
                                                                                \
	static void init_result (FleadResultInterface *interface)               \
	{                                                                       \
		interface->dup_table = dup_table;                               \
		interface->write = write_out;                                   \
	}                                                                       \
                                                                                \
	G_DEFINE_FINAL_TYPE_WITH_CODE (                                         \
		Name, name, G_TYPE_OBJECT,                                      \
		G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list)            \
			G_IMPLEMENT_INTERFACE (FLEAD_TYPE_RESULT, init_result)) \
                                                                                \
	static void name##_class_init (Name##Class *class)                      \
	{                                                                       \
		G_OBJECT_CLASS (class)->finalize = name##_finalize;             \
	}

G_END_DECLS
