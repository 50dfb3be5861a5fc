-- Drives Neovim's own client as a user does, and writes what it saw as JSON: `done` first, one field a step.
-- Variables: CPM_COUNTY (the folder), CPM_SEEN (the file to write).
local county, seen = os.getenv('CPM_COUNTY'), {}

local function finish(problem)
  seen.problem = problem
  vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv('CPM_SEEN'))
  vim.cmd('qa!')
end

local function wait(what, fine)
  if not vim.wait(20000, fine, 20) then error('waited for ' .. what) end
end

local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(found, each.code or (each.user_data or {}).lsp and each.user_data.lsp.code) end
  return found
end

local function go_to(words, more)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. words, 'cW')
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + (more or 0))
end

local function here() return vim.lsp.util.make_position_params(0, vim.lsp.get_client_by_id(cpm_clients[vim.loop.fs_realpath(county)] or cpm_clients[county]).offset_encoding) end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') end

local function drive()
  vim.cmd('edit ' .. county .. '/plans/2025-07.yaml')
  wait('the client', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  seen.opened = vim.fn.bufname()
  local before = text()

  go_to('objective: coached-units', 11 + #'coached-units' - 1)
  vim.cmd('normal! x')
  wait('the finding', function() return vim.tbl_contains(codes(), 'CPM305') end)
  seen.typed = codes()

  go_to('objective: coached-unit', 11)
  local offers = vim.lsp.buf_request_sync(0, 'textDocument/completion', here(), 5000)
  for _, answer in pairs(offers) do
    seen.completed = vim.tbl_map(function(item) return item.word end, vim.lsp.util.text_document_completion_list_to_complete_items(answer.result, ''))
  end

  go_to('objective: coached-unit', 2)
  vim.lsp.buf.hover()
  wait('the hover', function() return #vim.api.nvim_list_wins() > 1 end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      seen.hovered = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      vim.api.nvim_win_close(window, true)
    end
  end

  vim.ui.select = function(items, options, choose)
    seen.offered = vim.tbl_map(function(item) return options.format_item(item) end, items)
    for _, item in ipairs(items) do
      if options.format_item(item):find('write `coached%-units`') then return choose(item) end
    end
    choose(nil)
  end
  go_to('objective: coached-unit', 13)
  vim.lsp.buf.code_action()
  wait('the fix', function() return text() == before end)
  wait('no finding', function() return #codes() == 0 end)
  vim.cmd('write')
  seen.saved = true

  go_to('- objective: coached-units', 0)
  go_to('objective: coached-units', 13)
  vim.lsp.buf.definition()
  wait('the definition', function() return vim.fn.getline('.'):find('- id: coached%-units') ~= nil end)
  seen.defined = vim.fn.getline('.')

  vim.cmd('edit ' .. county .. '/instruments/coaching-check.yaml')
  wait('the client', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  go_to('id: cc-log', 5)
  vim.lsp.buf.rename('cc-record')
  wait('the rename', function() return text():find('id: cc%-record') ~= nil end)
  wait('every file', function()
    local changed = 0
    for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
      if vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].modified then changed = changed + 1 end
    end
    seen.renamed = changed
    return changed == 5
  end)
  vim.cmd('wall')
  wait('no finding', function() return #codes() == 0 end)
end

vim.schedule(function()
  local fine, problem = pcall(drive)
  finish(not fine and tostring(problem) or nil)
end)
