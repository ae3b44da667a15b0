import SystemKit

extension LanguageRule {
  /// All rules.
  package static let table: [LanguageRule] = [
    LanguageRule(
      "readable", refuses: RuleLexer.Fault.allCases.map(\.rawValue).listed(with: "and"),
      "Only the compiler can tell whether it is code or text: write it in another way."
    ) { source in source.faults.map { ($0.fault.rawValue, $0.line) } },
    LanguageRule(
      "imports", refuses: "every import but `import PostRoad`, also `import Foundation`",
      "Only `import PostRoad`: other modules reach files, processes and the tests."
    ) { source in
      source.indices(ofWord: "import").compactMap { index in
        let isKind = source.token(index + 1).map { kinds.contains($0.text) } ?? false
        let module = source.token(isKind ? index + 2 : index + 1)
        return module?.text == "PostRoad"
          ? nil : ("`import \(module?.text ?? "")`", source.tokens[index].line)
      }
    },
    LanguageRule(
      "attributes",
      refuses:
        "attributes that begin with `@`, except harmless ones such as `@discardableResult`, and wrappers of your own",
      "Attributes can name symbols of the system, place code in sections and start programs: only harmless ones are taken."
    ) { source in
      source.tokens.indices.compactMap { index in
        guard source.isToken(index, "@"), let name = source.token(index + 1) else { return nil }
        if attributes.contains(name.text) || source.ownTypes.contains(name.text) { return nil }
        return ("`@\(name.text)`", name.line)
      }
    },
    LanguageRule(
      "macros", refuses: "macros, and `#sourceLocation`",
      "A macro runs while it is compiled, and `#sourceLocation` lies about places."
    ) { source in
      source.tokens.indices.compactMap { index in
        if source.isToken(index, "#"), let name = source.token(index + 1), !hashes.contains(name.text) {
          return ("`#\(name.text)`", name.line)
        }
        guard source.tokens[index].kind == .word, source.tokens[index].text == "macro",
          !source.isToken(index - 1, "."), source.token(index + 1)?.isName == true
        else { return nil }
        return ("a macro", source.tokens[index].line)
      }
    },
    LanguageRule(
      "unsafe",
      refuses:
        "pointers, unchecked casts, and the word `unsafe` before an expression or in `unowned(unsafe)`",
      "Unsafe code can change what a test finds: write it with arrays and slices."
    ) {
      source in
      let own = source.ownNames
      return source.tokens.indices.compactMap { index in
        let token = source.tokens[index]
        guard token.isName, source.isUnsafe(at: index, own: own) || pointers.contains(token.text) else {
          return nil
        }
        return ("`\(token.text)`", token.line)
      }
    },
    LanguageRule(
      "process", refuses: "`CommandLine`, `readLine`, the running task, custom executors",
      "It reaches the process that the tests run in, which no exercise needs."
    ) { source in
      source.tokens.filter { $0.isName && processes.contains($0.text) }.map { ("`\($0.text)`", $0.line) }
    },
    LanguageRule(
      "compilersNames", refuses: "names that begin with an underscore, except variables of your own",
      "Names with an underscore are the compiler's, but for variables of your own: give it another name."
    ) { source in
      let own = source.ownNames
      return source.tokens.indices.compactMap { index in
        let token = source.tokens[index]
        guard token.isName, token.text.hasPrefix("_"), token.text != "_" else { return nil }
        let isOwn = own.contains(token.text) && !token.text.hasPrefix("__")
        return isOwn && !source.isToken(index + 1, "(") ? nil : ("`\(token.text)`", token.line)
      }
    },
    LanguageRule(
      "operators", refuses: "declarations of operators and precedences",
      "An operator that is declared again changes how other files are read."
    ) { source in
      source.tokens.indices.compactMap { index in
        let token = source.tokens[index]
        guard token.kind == .word else { return nil }
        let isOperator =
          token.text == "operator"
          && ["infix", "prefix", "postfix"].contains { source.isToken(index - 1, $0) }
        return isOperator || token.text == "precedencegroup" ? ("`\(token.text)`", token.line) : nil
      }
    },
    LanguageRule(
      "public", refuses: "the word `public` where the stub does not have it: a helper needs none",
      "What is public can take the place of what the tests call: only what the stub declares is. Remove the word."
    ) { source in
      var left = source.allowedPublic
      return source.publicDeclarations.compactMap { declaration in
        if let count = left[declaration.key], count > 0 {
          left[declaration.key] = count - 1
          return nil
        }
        return ("`public` for `\(declaration.key)`", declaration.line)
      }
    },
    LanguageRule(
      "hidden",
      refuses: "a few words of the other rules, such as `CommandLine`, also in comments and strings",
      "These words are refused wherever they are, in comments and texts too: nothing can hide them."
    ) { source in
      let bytes = Array(source.text.utf8)
      // Nearly no file has any of them, and looking in all lines takes longer than everything else.
      let found = hidden.filter { ByteSearch.isThere($0, in: bytes) }
      guard !found.isEmpty else { return [] }
      return source.text.lines.enumerated().compactMap { index, line in
        let bytes = Array(line.utf8)
        return found.first { ByteSearch.isThere($0, in: bytes) }.map { ("`\($0)`", index + 1) }
      }
    },
  ]

  private static let kinds: Set = [
    "struct", "class", "enum", "func", "protocol", "typealias", "var", "let", "actor",
  ]

  private static let attributes: Set = [
    "MainActor", "Sendable", "autoclosure", "available", "concurrent", "discardableResult",
    "dynamicCallable", "dynamicMemberLookup", "escaping", "frozen", "inline", "propertyWrapper",
    "resultBuilder", "retroactive", "unknown", "warn_unqualified_access",
  ]

  private static let hashes: Set = [
    "available", "column", "else", "elseif", "endif", "error", "fileID", "filePath", "function", "if", "line",
    "unavailable", "warning",
  ]

  /// What gives or takes pointers under a harmless name.
  private static let pointers: Set = [
    "CVarArg", "ManagedBuffer", "ManagedBufferPointer", "OpaquePointer", "Unmanaged",
    "assumingMemoryBound", "baseAddress", "bindMemory", "cString", "pointee", "validatingCString",
    "withCString", "withContiguousMutableStorageIfAvailable", "withContiguousStorageIfAvailable",
    "withMemoryRebound", "withUTF8", "withVaList", "getVaList",
  ]

  private static let processes: Set = [
    "Builtin", "CommandLine", "ExecutorJob", "SerialExecutor", "TaskExecutor", "UnownedJob",
    "UnownedSerialExecutor", "UnownedTaskExecutor", "UnsafeCurrentTask", "readLine",
    "withUnsafeCurrentTask",
  ]

  private static let hidden: [StaticString] = [
    "@_", "_silgen_name", "@cdecl", "@section", "externalMacro", "CommandLine", "withUnsafeCurrentTask",
  ]
}
