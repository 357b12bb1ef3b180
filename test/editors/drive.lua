-- Drives Neovim without a screen: what a person does there, and what comes of it, as JSON in the file $TALK_NOTES_OUT.
local folder = vim.env.TALK_NOTES_FOLDER
local out = {}

-- Keeps the editor's loop running until `condition` holds.
local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  return vim.api.nvim_get_current_buf()
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local ok, failure = pcall(function()
  local first = open('talks.rst')
  local id = vim.lsp.start_client({
    name = 'talk_notes',
    cmd = { 'talk-notes-server', '--stdio' },
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'notes' } },
    init_options = { settings = { todos = { sections = { 'Later' } }, findings = { ['target.unused'] = 'warning' } } },
    get_language_id = function() return 'restructuredtext' end,
  })
  vim.lsp.buf_attach_client(first, id)
  wait('the server', function() return vim.lsp.buf_get_clients(first)[id] ~= nil end)
  local client = vim.lsp.get_client_by_id(id)

  local function ask(method, params)
    local answer = client.request_sync(method, params, 15000, first)
    if answer == nil or answer.err then
      error(method .. ': ' .. vim.inspect(answer))
    end
    return answer.result
  end

  local document = { uri = vim.uri_from_bufnr(first) }
  ask('talkNotes/indexReady', vim.empty_dict())
  for _, symbol in ipairs(ask('textDocument/documentSymbol', { textDocument = document })) do
    out.outline = (out.outline or '') .. symbol.name .. ';'
    for _, child in ipairs(symbol.children or {}) do out.outline = out.outline .. child.name .. ';' end
  end
  wait('findings', function() return #vim.diagnostic.get(first) > 0 end)
  out.findings = {}
  for _, finding in ipairs(vim.diagnostic.get(first)) do table.insert(out.findings, finding.code) end

  vim.api.nvim_win_set_cursor(0, { 4, 8 })
  vim.lsp.buf.definition()
  wait('the other note', function() return vim.fn.expand('%:t') == 'other.rst' end)
  out.definition = vim.fn.expand('%:t')
  vim.cmd('buffer ' .. first)

  local rename = vim.lsp.util.make_position_params(0, 'utf-16')
  rename.position = { line = 5, character = 6 }
  rename.newName = 'slides-2'
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), 'utf-16')
  out.renamed = lines(first)[6] .. '|' .. lines(first)[7]

  local range = { start = { line = 13, character = 0 }, ['end'] = { line = 13, character = 0 } }
  local actions = ask('textDocument/codeAction', {
    textDocument = document, range = range, context = { diagnostics = {} },
  })
  for _, action in ipairs(actions or {}) do
    if action.title:lower():find('check') and action.edit then
      out.action = action.title
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      break
    end
  end
  out.checked = lines(first)[14]

  local command = 'talkNotes.server.toggleTodo'
  ask('workspace/executeCommand', {
    command = command, arguments = { { lines = { uri = document.uri, ranges = { range } } } },
  })
  wait('the command', function() return lines(first)[14] ~= out.checked end)
  out.unchecked = lines(first)[14]

  local function finding(code)
    for _, each in ipairs(vim.diagnostic.get(first)) do
      if each.code == code then return each end
    end
  end
  local broken = finding('link.file-missing')
  local place = { line = broken.lnum, character = broken.col }
  local fixes = ask('textDocument/codeAction', {
    textDocument = document, range = { start = place, ['end'] = place }, context = { diagnostics = {}, only = { 'quickfix' } },
  })
  for _, fix in ipairs(fixes) do
    if fix.edit and fix.title:find('slides.pdf', 1, true) then
      vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
      break
    end
  end
  wait('the finding to go', function() return finding('link.file-missing') == nil end)
  out.ignored = lines(first)[#lines(first)]
  client.stop()
  wait('the end', function() return client.is_stopped() end)
end)
if not ok then out.failure = tostring(failure) end
local file = io.open(vim.env.TALK_NOTES_OUT, 'w')
file:write(vim.fn.json_encode(out))
file:close()
vim.cmd('qa!')
